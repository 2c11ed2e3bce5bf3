#!/usr/bin/env bash
# Prints the Debian packages of the shared libraries that a program loads, one a line.
set -euo pipefail
ldd "$1" | awk '$2 == "=>" && $3 ~ "^/" { print $3 }' | while read -r library; do
  # a merged /usr: the package may know the file by either path
  dpkg-query --search "*/${library##*/}" | sed -n "s|^\([^ :]*\)[^ ]*: .*/lib/.*|\1|p" | head -n 1
done | sort -u
