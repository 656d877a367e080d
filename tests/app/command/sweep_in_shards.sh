#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The sample's script, with three shards and with one: the same bytes.
# usage: sweep_in_shards.sh PROGRAM SAMPLES
set -eu
COLDSTART=$1
export COLDSTART
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
"$2/image-resize/sweep.sh" 3 "$folder/three.csv"
"$2/image-resize/sweep.sh" 1 "$folder/one.csv"
cmp "$folder/three.csv" "$folder/one.csv"
# 18 points, 5 seeds, a function and all together, and the header.
test "$(wc -l <"$folder/one.csv")" -eq 181
