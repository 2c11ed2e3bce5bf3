#!/usr/bin/env bash
# install.sh PACKAGE...: in an image, and leaves nothing behind that only installing needed.
set -euo pipefail
/scripts/deps.sh packages "$@"
rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/cache/debconf/*-old /var/log/*.log /var/log/apt /var/lib/dpkg/*-old
