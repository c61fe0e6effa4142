"""The services of docker-compose.yml as plain processes, and what both ways share: secrets, setup, health checks."""
