-- What pages ask of a store that has grown: the history of one thing, and the actions of which a step is still to come.
-- The subject stands in the canonical text of an entry, where no other member can say the same.
create index journal_by_subject on journal (
    substr(substr(entry, instr(entry, '"subject":"') + 11), 1, instr(substr(entry, instr(entry, '"subject":"') + 11), '"') - 1)
);
create index action_by_state on action (process, state, level, proposed_by);
