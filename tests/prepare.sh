#!/usr/bin/env bash
# Gets a machine ready for the tests: says what is missing, installs what it may. Safe to run again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

stop() {
    echo "test.sh: $*" >&2
    exit 1
}

command -v dotnet >/dev/null || stop "the .NET 10 SDK is missing: https://dotnet.microsoft.com/download"
dotnet --list-sdks | grep -q '^10\.' || stop "the .NET 10 SDK is missing, this machine has $(dotnet --list-sdks | cut -d' ' -f1 | paste -sd' ')"
command -v node >/dev/null || stop "Node.js 20 or newer is missing: https://nodejs.org"
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || stop "Node.js 20 or newer is needed, this machine has $(node -v)"

packages=()
browser="${DIALOG_CHROMIUM:-/usr/bin/chromium}"
[ -x "$browser" ] || packages+=(chromium)
# Without a font for it, Persian on the screenshots is a row of boxes.
{ command -v fc-list >/dev/null && [ -n "$(fc-list :lang=fa family)" ]; } || packages+=(fontconfig fonts-noto-core)

if [ ${#packages[@]} -gt 0 ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing ${packages[*]}"
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq
        apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
        [ -x "$browser" ] || stop "there is no browser at $browser; DIALOG_CHROMIUM names it"
    else
        stop "please install ${packages[*]} (sudo apt-get install ${packages[*]}), or name another Chromium in DIALOG_CHROMIUM"
    fi
fi

# The same sign that the build goes by, so that neither installs what the other has installed.
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
    npm ci --no-audit --no-fund --loglevel=error
    touch node_modules/.package-lock.json
fi
