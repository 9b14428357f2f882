"""Files that hold many reports: tables, feeds, exports of messengers, web archives."""
