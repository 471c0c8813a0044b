-- Lists of what concerns one account: the hand-overs that it proposed, decided or gave a file away by.
CREATE INDEX case_transfers_by_proposer ON case_transfers (proposed_by, id);
CREATE INDEX case_transfers_by_decider ON case_transfers (decided_by, id) WHERE decided_by IS NOT NULL;
CREATE INDEX case_transfers_by_giver ON case_transfers (from_account, id) WHERE from_account IS NOT NULL;
