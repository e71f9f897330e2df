# One image for web, worker, beat and the migration; docker-compose.yml says which command each runs.
FROM python:3.13-slim-bookworm

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 CLAIMTRACKER_VAR=/var/lib/claimtracker
WORKDIR /app

# The lock first: it changes seldom, and its layer is kept until it does.
COPY requirements/runtime.lock requirements/runtime.lock
RUN pip install --no-cache-dir --require-hashes --only-binary :all: --no-deps -r requirements/runtime.lock

COPY . .
RUN useradd --system --uid 10001 --no-create-home claimtracker \
    && python manage.py collectstatic --no-input --verbosity 0 \
    && mkdir -p /var/lib/claimtracker/files \
    && chown -R claimtracker: /var/lib/claimtracker
USER claimtracker

EXPOSE 8000
CMD ["python", "-m", "gunicorn", "claimtracker.wsgi", "--bind", "0.0.0.0:8000", \
     "--worker-class", "gthread", "--workers", "2", "--threads", "8", "--no-control-socket", "--access-logfile", "-"]
