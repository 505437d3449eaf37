-- 加权合计: what earlier rounds bring to this one, by candidate and round, of a hundred in millionths; fixed when it opens.
ALTER TABLE rounds ADD COLUMN parts jsonb;
