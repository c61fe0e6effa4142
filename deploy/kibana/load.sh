#!/bin/sh
# Loads Dealwire's saved objects and its alerting rule into Kibana; running it again changes nothing.
set -eu

: "${KIBANA_URL:?where Kibana answers}" "${ELASTIC_USER:?a user}" "${ELASTIC_PASSWORD:?and its password}"
folder=$(dirname "$0")
rule=3f0c5f0e-6d0b-4f0c-9a55-0d1f6a1c7b21
patience=${KIBANA_PATIENCE:-300}

quoted() {
  printf '%s' "$1" | sed 's/[\\"]/\\&/g'
}

# The credentials go through standard input: arguments stand in the process list.
ask() {
  printf 'user = "%s:%s"\n' "$(quoted "$ELASTIC_USER")" "$(quoted "$ELASTIC_PASSWORD")" |
    curl --config - ${KIBANA_CA:+--cacert "$KIBANA_CA"} --silent --show-error --max-time 60 \
      --header 'kbn-xsrf: true' "$@"
}

fail() {
  echo "kibana: $1" >&2
  exit 1
}

until ask --fail --output /dev/null "$KIBANA_URL/api/status" 2>/dev/null; do
  [ "$patience" -gt 0 ] || fail "no healthy answer from $KIBANA_URL to $ELASTIC_USER"
  patience=$((patience - 2))
  sleep 2
done

answer=$(ask --form "file=@$folder/dealwire.ndjson" "$KIBANA_URL/api/saved_objects/_import?overwrite=true")
case $answer in
  *'"success":true'*) echo "kibana: saved objects loaded" ;;
  *) fail "saved objects refused: $answer" ;;
esac

# A rule that exists is left alone: an update would drop the actions that people have added to it.
answer=$(ask --write-out ' %{http_code}' --header 'Content-Type: application/json' \
  --data-binary "@$folder/new_partnership_rule.json" "$KIBANA_URL/api/alerting/rule/$rule")
case $answer in
  *' 200') echo "kibana: rule created" ;;
  *' 409') echo "kibana: rule exists" ;;
  *) fail "rule refused: $answer" ;;
esac
