-- A search that a third of all answers is counted from an index alone, and its page is read in its order from another; the wide rows stay where they are.
CREATE INDEX nomination_search_by_unit_counted ON nomination_search (campaign_id, unit_id) INCLUDE (state, sent);
DROP INDEX nomination_search_by_unit;
CREATE INDEX nomination_search_in_order ON nomination_search (campaign_id, ((state <> 'submitted')::int), order_at, nomination_id) INCLUDE (unit_id, state) WHERE sent;
