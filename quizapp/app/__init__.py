"""What both shells share: the workspace of banks and records, settings, drafts, wording."""
