"""Reads, checks and writes the status notes of FastTrack managers: losslessly, and without ever failing."""

from .nodes import Document, ExecSummary, Field, Hashtag, Prose, Title, Workload
from .parser import parse
from .serializer import serialize
