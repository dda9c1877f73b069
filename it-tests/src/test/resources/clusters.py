#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""scikit-learn's MiniBatchKMeans as it comes: clusters.py POINTS WIDTH CLUSTERS SEEDS prints for each seed the seconds it took, reading apart, those of all cores, and its inertia."""
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
    began, busy = time.time(), time.process_time()
    labels = MiniBatchKMeans(n_clusters=clusters, random_state=seed, n_init=3).fit(points).labels_
    took, worked = time.time() - began, time.process_time() - busy
    print(f"{took:.3f} {worked:.3f} {within(labels):.1f}", flush=True)
