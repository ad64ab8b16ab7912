# What the suites in bash share. Source it; end with `passed`.
# shellcheck shell=bash
set -euo pipefail

checks=0
patience=60 # seconds until what was asked for must be there

# skip REASON: says that this machine cannot run the suite
skip() { echo "$*"; exit 77; }

# need TOOL...: skips without one of these
need() {
  local tool
  for tool; do command -v "$tool" >/dev/null || skip "there is no $tool on the PATH"; done
}

# same WHAT IS SHOULD
same() {
  checks=$((checks + 1))
  [ "$2" = "$3" ] || { echo "$1: is '$2', should be '$3'"; exit 1; }
}

# until_same WHAT SHOULD COMMAND...: asks until the command prints that
until_same() {
  local what=$1 should=$2 is='' end=$((SECONDS + patience))
  shift 2
  while is=$("$@") && [ "$is" != "$should" ] && [ "$SECONDS" -lt "$end" ]; do sleep 0.3; done
  same "$what" "$is" "$should"
}

passed() { echo "passed $checks checks"; }
