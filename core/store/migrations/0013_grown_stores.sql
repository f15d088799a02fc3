-- What pages ask of a store that has grown: the history of one thing, and the actions of which a step is still to come.
create index journal_by_subject on journal (case when json_valid(entry) then json_extract(entry, '$.subject') end);
create index action_by_state on action (process, state, level, proposed_by);
