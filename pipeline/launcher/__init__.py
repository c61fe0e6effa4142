"""What `make run` starts: Airflow with our DAGs, watched, mended and ended as one."""
