#!/usr/bin/env bash
# Measures how many messages a second Dialog answers on this machine, against a bare SignalR echo hub: see load/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
for project in src/Dialog.Server src/Dialog.Cli benchmarks/Dialog.Echo; do
    dotnet build "$project" --configuration Release -v quiet -clp:NoSummary
done
exec node benchmarks/load/run.mjs
