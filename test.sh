#!/usr/bin/env bash
# Runs every test of the project; ends with one line: N passed, N failed, N skipped.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
    cat <<'END'
Usage: ./test.sh [options]

Installs what the tests need where it is missing (as root, on Debian), builds the solution and
runs all tests. Ends with one line "N passed, N failed, N skipped"; the exit code is 0 only when
nothing failed. Results, logs of the servers and screenshots are left under artifacts/.

  --suite NAME          only suites whose name contains NAME, e.g. Matching or widget (repeatable)
  --filter WORD         only tests whose full name contains WORD
  --configuration NAME  Release (default) or Debug
  --list                print the suites and stop
  --help                this text

DIALOG_CHROMIUM names the browser when it is not /usr/bin/chromium.
DIALOG_KILLS sets how often Dialog.Faults kills the server (20 by default).
END
}

configuration=Release
filter=
only=()
list=false
while [ $# -gt 0 ]; do
    case "$1" in
        --suite) only+=("${2:?--suite needs a name}"); shift 2 ;;
        --filter) filter="${2:?--filter needs a word}"; shift 2 ;;
        --configuration) configuration="${2:?--configuration needs a name}"; shift 2 ;;
        --list) list=true; shift ;;
        --help | -h) usage; exit 0 ;;
        *) echo "test.sh: unknown option $1 (./test.sh --help)" >&2; exit 2 ;;
    esac
done

# Build servers that outlive the build would keep the terminal, and a pipe, open.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false
export MSBUILDTERMINALLOGGER=off DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
[ -t 1 ] || export NO_COLOR=1
export DIALOG_TEST_CONFIGURATION="$configuration"

results="$PWD/artifacts/tests"
suites="$results/suites.tsv"
job=
scratch=

# timeout makes a process group of each suite; whatever is left of it goes, too.
end_job() {
    [ -z "$job" ] || kill -TERM -- "-$job" 2>/dev/null || true
    job=
}

clean_up() {
    end_job
    [ -z "$scratch" ] || rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

wanted() {
    [ ${#only[@]} -gt 0 ] || return 0
    local name
    for name in "${only[@]}"; do [[ "$1" != *"$name"* ]] || return 0; done
    return 1
}

# run NAME RESULT-FILE COMMAND…   A suite gets ten minutes; one that hangs is killed with all it started.
run() {
    local name=$1 file=$2 code=0
    shift 2
    echo
    echo "== $name"
    timeout --kill-after=20 600 "$@" &
    job=$!
    wait "$job" || code=$?
    end_job
    [ "$code" != 124 ] || echo "$name took more than ten minutes and was stopped." >&2
    printf '%s\t%s\t%s\n' "$name" "$code" "$file" >>"$suites"
    return "$code"
}

skip() {
    printf '%s\tnot-run\t%s\n' "$1" "$2" >>"$suites"
}

run_workspace() {
    local name=$1 folder=$2
    local file="$results/$name.json"
    run "$name (types)" - npm run --silent typecheck -w "$folder" || true
    run "$name" "$file" npm test --silent -w "$folder" -- \
        --reporter=default --reporter=json --outputFile.json="$file" ${filter:+-t "$filter"} || true
}

run_project() {
    local name=$1
    run "$name" "$results/$name.trx" dotnet test "tests/$name" --no-build --configuration "$configuration" \
        --results-directory "$results" --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" \
        --blame-hang-timeout 4m --blame-hang-dump-type none \
        ${filter:+--filter "FullyQualifiedName~$filter"} || true
}

# What needs a quiet machine comes last: the browser tests, alone, after everything else.
projects=()
for path in tests/*/*.csproj; do
    name=$(basename "$path" .csproj)
    [ "$name" = Dialog.EndToEnd ] || { wanted "$name" && projects+=("$name"); } || true
done
protocol=(); wanted Dialog.Protocol && protocol=(tests/Dialog.Protocol)
browser=(); wanted Dialog.EndToEnd && browser=(Dialog.EndToEnd)
workspaces=()
for folder in $(node -p 'require("./package.json").workspaces.join(" ")'); do
    name=$(basename "$folder")
    [ "$name" = Dialog.Protocol ] || { wanted "$name" && workspaces+=("$folder"); } || true
done

if "$list"; then
    printf '%s\n' "${workspaces[@]##*/}" "${projects[@]}" "${protocol[@]##*/}" "${browser[@]}" | grep .
    exit 0
fi

bash tests/prepare.sh
rm -rf "$results" artifacts/screenshots artifacts/servers
mkdir -p "$results"
: >"$suites"
scratch=$(mktemp -d /tmp/dialog-test.XXXXXX)
export TMPDIR="$scratch"

run harness - node --test --test-reporter=dot tests/summary.test.mjs || true

for folder in "${workspaces[@]}"; do run_workspace "$(basename "$folder")" "$folder"; done

if [ $((${#projects[@]} + ${#protocol[@]} + ${#browser[@]})) -gt 0 ]; then
    if run build - dotnet build Dialog.sln --configuration "$configuration" -v quiet -clp:NoSummary; then
        for name in "${projects[@]}"; do run_project "$name"; done
        for folder in "${protocol[@]}"; do run_workspace Dialog.Protocol "$folder"; done
        for name in "${browser[@]}"; do run_project "$name"; done
    else
        for name in "${projects[@]}" "${browser[@]}"; do skip "$name" "$results/$name.trx"; done
        for folder in "${protocol[@]}"; do skip Dialog.Protocol "$results/Dialog.Protocol.json"; done
    fi
fi

node tests/summary.mjs "$suites" ${filter:+--filtered}
