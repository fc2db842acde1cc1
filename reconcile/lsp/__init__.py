"""Desk, unsaved texts and drafts → what an editor shows: problems, passages, places, quick fixes.

sight     a desk as an editor sees it: what is known of a place in a file; knows no protocol
server    the language server: which desks are open, and how what is known of them is put for an editor
features  what it answers, one function a message

`reconcile lsp` runs it over stdin and stdout; it needs the extra `lsp`.
"""
