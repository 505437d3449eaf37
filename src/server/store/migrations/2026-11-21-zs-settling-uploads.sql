-- Who settles an upload holds it for a while: when the process dies, the next one takes it over.
ALTER TABLE uploads ADD COLUMN settling_until timestamptz;
CREATE INDEX uploads_unsettled ON uploads (begun_at) WHERE state IN ('receiving', 'inspecting');
