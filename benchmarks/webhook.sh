#!/usr/bin/env bash
# Measures how soon Dialog has taken what a messenger's webhook calls bring, under load: see webhook/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
dotnet build src/Dialog.Server --configuration Release -v quiet -clp:NoSummary
exec node benchmarks/webhook/run.mjs
