# Shared by ./run, ./test, ./bench and the programs in scripts/: steps with progress, clear endings.
# shellcheck shell=bash
# Source it; `root` is the repository, whatever directory the caller stands in.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly root
readonly least_node="20.19"
export CCACHE_SLOPPINESS="pch_defines,time_macros"  # without it ccache passes by every file that uses the precompiled header

# One sentence that says what is wrong and what to do; ends the program.
fail() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

clock() { printf '%d:%02d' $(($1 / 60)) $(($1 % 60)); }

# What a running step does now: the last line of its log, shortened.
step_news() {
  tail -n 1 "$1" 2>/dev/null | tr -d '\r' | tr -c '[:print:]' ' ' | cut -c 1-50
}

step_pid="" part_pid="" step_ends_whole=""
end_children() {
  if [ -n "$step_pid" ] && [ -n "$step_ends_whole" ]; then
    printf '\nFinishing this step first, so that the system stays in order …\n'
  elif [ -n "$step_pid" ]; then
    kill -TERM -- "-$step_pid" 2>/dev/null
  fi
  if [ -n "$part_pid" ]; then kill -TERM "$part_pid" 2>/dev/null; fi
  wait
}
trap end_children EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# step LOG TITLE COMMAND...: runs a command, its output appended to LOG, and prints one line with the time it took.
# On a terminal the line moves while it runs; elsewhere a line comes every 30 seconds. Returns the command's status.
step() {
  local log=$1 title=$2 began=$SECONDS status=0 told=0
  shift 2
  mkdir -p "$(dirname "$log")"
  printf '\n== %s: %s\n' "$title" "$*" >>"$log"
  # A process group of its own, so that Ctrl-C ends all of it.
  set -m
  "$@" >>"$log" 2>&1 </dev/null &
  step_pid=$!
  set +m
  while kill -0 "$step_pid" 2>/dev/null; do
    local took=$((SECONDS - began))
    if [ -t 1 ]; then
      printf '\r\033[K  %5s  %s … %s' "$(clock $took)" "$title" "$(step_news "$log")"
    elif [ $((took / 30)) -gt "$told" ]; then
      told=$((took / 30))
      printf '  %5s  … %s: %s\n' "$(clock $took)" "$title" "$(step_news "$log")"
    fi
    if [ "$took" -lt 2 ]; then sleep 0.1; else sleep 0.5; fi
  done
  wait "$step_pid" || status=$?
  step_pid=""
  if [ -t 1 ]; then printf '\r\033[K'; fi
  if [ "$status" -eq 0 ]; then
    printf '  %5s  %s\n' "$(clock $((SECONDS - began)))" "$title"
  else
    printf '  %5s  %s: failed\n' "$(clock $((SECONDS - began)))" "$title"
  fi
  return "$status"
}

# A step that is not cut short by Ctrl-C.
whole_step() {
  local status=0
  step_ends_whole=yes
  step "$@" || status=$?
  step_ends_whole=""
  return "$status"
}

# part PROGRAM ARGUMENT...: runs another program of ours; a signal to this one ends that one too.
part() {
  local status=0
  # In the background, because Bash looks at signals only between foreground commands; its input stays the terminal.
  "$@" <&0 &
  part_pid=$!
  wait "$part_pid" || status=$?
  part_pid=""
  return "$status"
}

# Lines for a person: no colours, no stack traces, indented.
plainly() { sed -e 's/\x1b\[[0-9;]*m//g' -e '/^    at /d' | cut -c 1-300 | sed 's/^/    /'; }

# The end of a log, for a person who must find out what went wrong.
show_end() {
  printf '\nThe last lines of %s:\n' "${1#"$root"/}" >&2
  tail -n 20 "$1" | plainly >&2
}

# Only one of our programs installs or builds at a time in this tree.
take_build_lock() {
  mkdir -p "$root/build"
  exec 8>"$root/build/.lock"
  flock -n 8 && return
  printf 'Another Homeward program is building here; waiting for it.\n'
  flock 8
}

# Is this Node new enough? $1 is a program.
node_is_new_enough() {
  local version
  version=$("$1" --version 2>/dev/null) || return 1
  [ "$(printf '%s\n' "$least_node" "${version#v}" | sort -V | head -n 1)" = "$least_node" ]
}

# Puts the Node that scripts/setup brought in front, when the machine's own is missing or too old.
use_node() {
  if command -v npm >/dev/null && node_is_new_enough node; then return; fi
  PATH="$root/build/tools/node_modules/.bin:$PATH"
  export PATH
}

# One line that changes when any source in these folders does; what is missing or generated counts as empty.
digest_of() {
  find "$@" \( -name node_modules -o -name dist -o -name generated \) -prune -o -type f -print0 2>/dev/null |
    LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -d ' ' -f 1
}
