// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

int main() {
  std::fputs("coldstart: the window is being built\n", stderr);
  return 3;
}
