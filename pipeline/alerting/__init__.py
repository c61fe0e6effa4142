"""Alerting: rules say which events matter, evaluation makes alerts of them, channels tell someone outside."""
