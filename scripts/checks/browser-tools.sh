# Sourced by checks that need a browser and Java: installs what is missing.
missing=
for need in chromium:chromium chromedriver:chromium-driver java:default-jre-headless; do
  command -v "${need%%:*}" >/dev/null 2>&1 || missing="$missing ${need#*:}"
done
python3 -c 'import ensurepip' 2>/dev/null || missing="$missing python3-venv"
if [ -n "$missing" ]; then
  command -v apt-get >/dev/null 2>&1 || { echo "${0##*/}: please install:$missing" >&2; exit 1; }
  as_root=
  [ "$(id -u)" -eq 0 ] || as_root=sudo
  $as_root apt-get update -qq
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing fonts-liberation >/dev/null
fi
