"""The ledger: the truth about files, articles, mentions, events, alerts and deliveries. All SQL is here."""
