-- Every file is written down here before its first byte goes to the store. What no row refers to a day later is cleared away, under the lock of its row:
-- whoever puts the same bytes meanwhile waits for it, and puts them anew.
CREATE TABLE files_put (
  sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  -- The wall clock's; put again, it counts from then.
  put_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX files_put_by_time ON files_put (put_at);
-- What waits behind links from before.
INSERT INTO files_put (sha256) SELECT DISTINCT s FROM uploads u, LATERAL (VALUES (u.held->'stored'->>'sha256'), (u.held->'preview'->>'sha256')) v(s)
  WHERE u.held IS NOT NULL AND u.file_id IS NULL AND s IS NOT NULL AND NOT EXISTS (SELECT FROM blobs b WHERE b.sha256 = s);

-- Which small picture was made of which file. It outlives the file's place in a dossier: a purge finds it all the same.
CREATE TABLE previews_made (
  sha256 text NOT NULL,
  preview_sha256 text NOT NULL,
  PRIMARY KEY (sha256, preview_sha256)
);
INSERT INTO previews_made SELECT DISTINCT sha256, preview_sha256 FROM materials WHERE preview_sha256 IS NOT NULL;
