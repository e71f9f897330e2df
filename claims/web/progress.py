"""How far the work is, as a page and as a table."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims.progress import COLUMNS, MOST, cells, read_progress
from claimtracker.core.exports import csv_lines
from claimtracker.core.web.gate import for_readers


@for_readers
@require_safe
def progress(request: HttpRequest) -> HttpResponse:
    context = {"progress": read_progress(request.user), "most": MOST}
    return render(request, "claims/progress.html", context)


@for_readers
@require_safe
def progress_csv(request: HttpRequest) -> HttpResponse:
    lines = csv_lines([COLUMNS, *cells(read_progress(request.user))])
    answer = HttpResponse(lines, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="progress.csv"'
    return answer
