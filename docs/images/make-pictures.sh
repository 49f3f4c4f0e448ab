#!/usr/bin/env bash
# Makes the pictures of README.md and docs/forms.md from the sample workbooks.
# Needs poppler-utils (pdftoppm) and imagemagick (convert) beside what the project installs.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
cd "$here/../.."
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

npm run --silent demo -- -o "$work"

page() { # <report> <page> <width>
  pdftoppm -r 200 -png -f "$2" -l "$2" -singlefile "$work/$1.pdf" "$work/page"
  convert "$work/page.png" -filter Lanczos -resize "$3x" -bordercolor '#b8bcc2' -border 1 "$work/$1-$2.png"
}
small() { convert "$1" +dither -colors "$2" -strip -define png:compression-level=9 "PNG8:$3"; }

for form in sendai-projects:sendai-r6 nerima-action-plan:nerima kawasaki-evaluation:kawasaki ogori-progress:ogori; do
  page "${form#*:}" 1 900
  small "$work/${form#*:}-1.png" 48 "$here/${form%:*}.png"
done

page nerima 1 462
for report in ogori-1 kawasaki-1 sendai-r6-1 ogori-3; do page "${report%-*}" "${report##*-}" 455; done
# White space of 6 pixels around every page; the composed picture gets as much again around it.
framed=()
for report in nerima-1 ogori-1 kawasaki-1 sendai-r6-1 ogori-3; do
  convert "$work/$report.png" -bordercolor '#e9ebee' -border 6 "$work/$report.framed.png"
  framed+=("$work/$report.framed.png")
done
convert "${framed[0]}" \( "${framed[1]}" "${framed[2]}" -append \) \( "${framed[3]}" "${framed[4]}" -append \) \
  -background '#e9ebee' +append -bordercolor '#e9ebee' -border 6 "$work/pages.png"
small "$work/pages.png" 64 "$here/pages.png"

npm run --silent hyoka -- booklet docs/examples/booklet.yaml --force -o "$work/booklet.pdf"
leaves=()
for leaf in 1 2 3 32; do
  page booklet "$leaf" 450
  convert "$work/booklet-$leaf.png" -bordercolor '#e9ebee' -border 6 "$work/booklet-$leaf.framed.png"
  leaves+=("$work/booklet-$leaf.framed.png")
done
convert "${leaves[@]}" -background '#e9ebee' -gravity north +append -bordercolor '#e9ebee' -border 6 "$work/booklet.png"
small "$work/booklet.png" 64 "$here/booklet.png"

samples=templates/sendai-projects/samples
npm run --silent hyoka -- compare "$samples/sendai-r5.xlsx" "$samples/sendai-r6.xlsx" -o "$work/compare.pdf"
page compare 6 900
small "$work/compare-6.png" 48 "$here/compare.png"

node tests/renderer/preview/write-screenshots.ts
for picture in preview preview-fault; do small "$here/$picture.png" 128 "$here/$picture.png"; done
