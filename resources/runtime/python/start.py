# SPDX-License-Identifier: GPL-3.0-or-later
# A script is compiled at every start, what it imports is not.
from bootstrap import main

main()
