#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""scikit-learn's MiniBatchKMeans as it comes: clusters.py POINTS WIDTH CLUSTERS SEEDS prints for each seed the seconds it took, reading apart, and its inertia."""
import sys, time

try:
    import numpy as np
    from sklearn.cluster import MiniBatchKMeans
except ImportError:
    print("python3-sklearn is not installed (apt install python3-sklearn)")
    sys.exit(3)

width, clusters, seeds = (int(word) for word in sys.argv[2:5])
points = np.fromfile(sys.argv[1], dtype="<f8").reshape(-1, width)


def within(labels):
    sizes = np.bincount(labels, minlength=clusters)
    sums = np.array([np.bincount(labels, weights=column, minlength=clusters) for column in points.T])
    squares = np.einsum("ij,ij->", points, points)
    return squares - (sums ** 2 / np.maximum(sizes, 1)).sum()


for seed in range(1, seeds + 1):
    began = time.time()
    labels = MiniBatchKMeans(n_clusters=clusters, random_state=seed, n_init=3).fit(points).labels_
    print(f"{time.time() - began:.3f} {within(labels):.1f}", flush=True)
