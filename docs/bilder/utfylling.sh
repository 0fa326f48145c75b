#!/bin/sh
# Makes brev.png and utfylling.png: KD's workbook of the example, in LibreOffice. Needs soffice and poppler.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
top=$here/../..
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$top/.venv/bin/tiltak" export "$top/examples/tiltaksoversikt-2024-1.yaml" --for KD \
  --since "$top/examples/tiltaksoversikt-2023-2.yaml" --due 30.08.2024 \
  --contact "Seksjon for forvaltningspolitikk i DFD, tiltak@example.no" -o "$work/kd.xlsx"
# What is chosen for T011 and T004, to show what the sheet says of it.
"$top/.venv/bin/python" - "$work/kd.xlsx" <<'PY'
import sys

from openpyxl import load_workbook

book = load_workbook(sys.argv[1])
sheet = book["Tiltak"]
labels = {str(cell.value).removeprefix("✎ "): cell.coordinate[:-1] for cell in sheet[4]}
sheet[f"{labels['Status']}5"].value = "utsatt"
sheet[f"{labels['Status']}6"].value = "gjennomført"
book.save(sys.argv[1])
PY
soffice "-env:UserInstallation=file://$work/profil" --headless --convert-to pdf --outdir "$work" \
  "$work/kd.xlsx" >/dev/null
pdftoppm -f 1 -l 1 -r 90 -png -singlefile "$work/kd.pdf" "$here/brev"
pdftoppm -f 2 -l 2 -r 105 -x 0 -y 0 -W 1737 -H 400 -png -singlefile "$work/kd.pdf" "$here/utfylling"
