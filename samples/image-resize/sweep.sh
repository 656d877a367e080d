#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A sweep over memory and load, spread over the cores of this machine by GNU parallel; with
# parallel's --sshlogin, or as an array job of a batch system, over many machines. Every shard is a
# run of its own, and merged they are the same bytes as one run of everything.
#
# usage: sweep.sh [SHARDS [FILE.csv]]        (default: 4 shards, sweep.csv)
set -eu
here=$(dirname -- "$0")
shards=${1:-4}
file=${2:-sweep.csv}
program=${COLDSTART:-coldstart}

parts=$(mktemp -d)
trap 'rm -rf -- "$parts"' EXIT

# What one shard does; {} is its number.
set -- "$program" sweep "$here" --seeds 5 \
  --vary Resize.MemorySize=128,256,512,1024,1769,3008 \
  --vary Scenarios.one-a-second.Load.0.Arrivals.Constant.PerSecond=1,2,5 \
  --format csv --shard "{}/$shards" --out "$parts/{}.csv"

if command -v parallel >/dev/null; then
  seq "$shards" | parallel -q "$@"
else
  seq "$shards" | xargs -P "$(nproc)" -I '{}' "$@"
fi
"$program" sweep --merge "$parts"/*.csv --out "$file"
