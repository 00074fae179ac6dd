"""Records side by side: sides and their accounts, the comparison, the ledger, the timeline."""
