#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The features of orders without lines in pandas: features.py ORDERS.csv AS_OF_DAY prints the seconds they took, reading apart."""
import sys, time

try:
    import numpy as np
    import pandas as pd
except ImportError:
    print("python3-pandas is not installed (apt install python3-pandas)")
    sys.exit(3)

orders = pd.read_csv(sys.argv[1])
today = int(sys.argv[2])

began = time.time()
orders = orders[orders.day <= today].sort_values(["contact", "day"], kind="stable", ignore_index=True)
age = today - orders.day
by = orders.groupby("contact", sort=False)
features = by.agg(order_count=("amount", "size"), total_spent=("amount", "sum"), mean_order_value=("amount", "mean"),
                  last_order_value=("amount", "last"), largest_order_value=("amount", "max"), deviation=("amount", "std"),
                  first=("day", "first"), last=("day", "last"))
features["order_value_cv"] = features.pop("deviation") / features.mean_order_value
features["days_since_last_order"] = today - features["last"]
features["tenure_days"] = today - features["first"]
features["active_days"] = features["last"] - features["first"]
sums, counts = {}, {}
for days in (30, 60, 90, 180, 360, 365, 730):
    window = orders[age < days].groupby("contact", sort=False).amount.agg(["size", "sum"]).reindex(features.index, fill_value=0)
    counts[days], sums[days] = window["size"], window["sum"]
for days in (30, 90, 180, 365):
    features[f"orders_{days}d"], features[f"spent_{days}d"] = counts[days], sums[days]
    features[f"mean_order_value_{days}d"] = sums[days] / counts[days].replace(0, np.nan)
for days, both in ((30, 60), (90, 180), (180, 360), (365, 730)):
    features[f"order_trend_{days}d"] = (2 * counts[days] - counts[both]) / counts[both].replace(0, np.nan)
    features[f"spend_trend_{days}d"] = (2 * sums[days] - sums[both]) / sums[both].replace(0, np.nan)
days = orders.drop_duplicates(["contact", "day"])
gap = days.day.diff().where(days.contact.eq(days.contact.shift()))
gaps = gap.groupby(days.contact, sort=False).agg(["mean", "std", "max", "min", "last"])
features["order_days"] = days.groupby("contact", sort=False).size()
features["mean_gap_days"], features["gap_cv"] = gaps["mean"], gaps["std"] / gaps["mean"]
features["longest_gap_days"], features["shortest_gap_days"], features["last_gap_days"] = gaps["max"], gaps["min"], gaps["last"]
features["overdue_ratio"] = features.days_since_last_order / features.mean_gap_days
date = pd.to_datetime(orders.day, unit="D")
angle = 2 * np.pi * (date.dt.dayofyear - 1) / 366
parts = pd.DataFrame({"contact": orders.contact, "weekend": date.dt.dayofweek >= 5, "season": (age >= 305) & (age < 365),
                      "east": np.cos(angle), "north": np.sin(angle), **{f"q{q}": date.dt.quarter == q for q in (1, 2, 3, 4)}})
parts = parts.groupby("contact", sort=False).sum()
features["orders_next_60d_last_year"] = parts.season
for name in ("weekend", "q1", "q2", "q3", "q4"):
    features[name + "_share"] = parts[name] / features.order_count
features["season_strength"] = np.hypot(parts.east, parts.north) / features.order_count
print(f"{len(features)} customers, {len(features.columns)} features, seconds {time.time() - began:.2f}")
