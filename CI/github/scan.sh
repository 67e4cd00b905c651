#!/usr/bin/env bash
# The step of the action: installs, scans, writes reports and outputs. It ends with 0 whatever was found: the last step of the
# action gives the scan's exit code, once the reports are uploaded.
set -euo pipefail

# A message on one line: nothing in it can be a workflow command.
annotate() { printf '::%s title=Proviso::%s\n' "$1" "$(printf '%s' "$2" | head -c 2000 | tr -d '\r' | tr '\n' ' ' | sed 's/%/%25/g')"; }

fail() {
  annotate error "$1"
  printf 'exit-code=2\n' >> "$GITHUB_OUTPUT"
  exit 0
}

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
work="${RUNNER_TEMP:-$(mktemp -d)}/proviso"
mkdir -p "$work"

if [ "${INPUT_VERSION:-}" = installed ]; then
  tool="$(command -v proviso)" || fail "There is no proviso in PATH."
else
  tool="$work/proviso"
  sh "$here/../install.sh" "${INPUT_VERSION:?}" "$work" "${INPUT_SHA256:-}" 2> "$work/install.log" \
    || fail "proviso could not be installed: $(cat "$work/install.log")"
fi

arguments=(scan --fail-on "${INPUT_FAIL_ON:-error}")
[ -z "${INPUT_POLICY:-}" ] || arguments+=(--policy "$INPUT_POLICY")
[ -z "${INPUT_BASELINE:-}" ] || arguments+=(--baseline "$INPUT_BASELINE")

# In a container the checkout is another user's, and git would read nothing of it.
export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0="$PWD"

commit() { git rev-parse --verify --quiet "$1^{commit}"; }

# What a pull request is held against. GitHub checks it out as a merge of its own, whose first parent is the base; of any other
# merge the first parent may be the change itself. Where the head is checked out instead, the base is where it parted from the
# branch, if that is there.
#
# The policy that goes on to hold is that of the branch as it is now: a change that parted before a rule was made is under it, too.
base_commit=""
policy_commit=""
if [ -n "${GITHUB_BASE_REF:-}" ]; then
  head="$(commit HEAD || true)"
  if [ "${GITHUB_EVENT_NAME:-}" = pull_request ] && [ -n "$head" ] && [ "$head" = "${GITHUB_SHA:-}" ] && commit 'HEAD^2' > /dev/null; then
    base_commit="$(commit 'HEAD^1' || true)"
    policy_commit="$base_commit"
  elif commit "refs/remotes/origin/$GITHUB_BASE_REF" > /dev/null; then
    base_commit="$(git merge-base HEAD "refs/remotes/origin/$GITHUB_BASE_REF" 2> /dev/null || true)"
    # A base that is the head itself says that nothing was changed.
    [ "$base_commit" != "$head" ] || base_commit=""
    [ -z "$base_commit" ] || policy_commit="$(commit "refs/remotes/origin/$GITHUB_BASE_REF" || true)"
  fi
fi

since="${INPUT_SINCE:-}"
if [ "$since" = auto ]; then
  since="$base_commit"
  if [ -z "$since" ] && [ -n "${GITHUB_BASE_REF:-}" ]; then
    echo "::notice title=Proviso::The base of the pull request is not checked out (fetch-depth: 2 has it, of a head fetch-depth: 0), so all findings count."
  fi
fi
[ -z "$since" ] || arguments+=(--since "$since")

# A pull request waives and loosens nothing by itself: the policy of the base goes on to hold, with all that it extends.
base_policy="${INPUT_BASE_POLICY:-auto}"
if [ "$base_policy" = auto ]; then
  base_policy=""
  case "${INPUT_POLICY:-}" in
    proviso:*) ;;
    *)
      base_at="${policy_commit:-$since}"
      if [ -z "$base_at" ] && [ -n "${GITHUB_BASE_REF:-}" ]; then
        # Without it a change could loosen the policy that it is held to.
        fail "The base of the pull request is not checked out, whose policy is to go on to hold: set fetch-depth: 2 (of a head fetch-depth: 0), or base-policy: none."
      elif [ -n "${GITHUB_BASE_REF:-}" ]; then
        base="$work/base"
        trap 'git worktree remove --force "$base" > /dev/null 2>&1 || true' EXIT
        GIT_LFS_SKIP_SMUDGE=1 git worktree add --force --detach --quiet "$base" "$base_at" || fail "The base of the pull request could not be checked out."
        base_policy=proviso:default
        # The scan's own order: the folder that is scanned, then the root of the repository.
        for name in ${INPUT_POLICY:+"$INPUT_POLICY"} "${INPUT_PATH:-.}"/{.github/,,.}proviso.yaml {.github/,,.}proviso.yaml; do
          if [ -f "$base/$name" ]; then
            base_policy="$base/$name"
            break
          fi
        done
        # A change that mends the policy has to be able to pass.
        if ! "$tool" policy validate "$base_policy" > /dev/null 2>&1; then
          annotate warning "The policy of the base is not valid, so proviso:default holds beside that of the change."
          base_policy=proviso:default
        fi
      fi
      ;;
  esac
fi
case "$base_policy" in "" | none) ;; *) arguments+=(--base-policy "$base_policy") ;; esac

sarif="${INPUT_SARIF_FILE:-proviso.sarif}"
json="$work/proviso.json"
summary="$work/summary.md"
arguments+=(--output "sarif=$sarif" --output "json=$json" --output "markdown=$summary")
if [ "${INPUT_ANNOTATIONS:-true}" = true ]; then arguments+=(--format github); else arguments+=(--format text --color never); fi

rm -f -- "$json" "$summary" "$sarif"
code=0
"$tool" "${arguments[@]}" -- "${INPUT_PATH:-.}" 2> "$work/messages" || code=$?
cat "$work/messages" >&2
# Without a report nothing was scanned. Of a policy with mistakes there is a summary, and an annotation of each.
if [ ! -s "$json" ]; then
  [ "$code" != 0 ] || code=3
  if [ ! -s "$summary" ]; then
    annotate error "There is no report (exit code $code). $(cat "$work/messages")"
    printf '## Proviso: no report\n\nThe scan ended with exit code %s; the log of the step says why.\n' "$code" > "$summary"
  fi
fi

if [ "${INPUT_SUMMARY:-true}" = true ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -s "$summary" ]; then
  cat "$summary" >> "$GITHUB_STEP_SUMMARY"
fi
# The counts stand in the summary of the report, before any name from a scanned file.
count() { sed -n '/^  "summary": {/,/^  }/s/^      "'"$1"'": \([0-9][0-9]*\),\{0,1\}$/\1/p' "$json" | head -n 1; }
{
  printf 'exit-code=%s\n' "$code"
  if [ -s "$json" ]; then
    errors="$(count error)"; warnings="$(count warning)"; notes="$(count note)"
    printf 'json-file=%s\n' "$json"
    printf 'errors=%s\n' "$errors"
    printf 'findings=%s\n' "$((errors + warnings + notes))"
  fi
  # A path with a line end could set outputs of its own.
  if [ -s "$sarif" ]; then case "$sarif" in *$'\n'*) ;; *) printf 'sarif-file=%s\n' "$sarif" ;; esac; fi
} >> "$GITHUB_OUTPUT"
