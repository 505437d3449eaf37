-- 网站外观: what an organisation chose for its public pages; no row: the house's own.
CREATE TABLE site_looks (
  organisation_id uuid PRIMARY KEY REFERENCES organisations,
  -- As picked; what is shown is derived from it.
  accent text CHECK (accent ~ '^#[0-9a-f]{6}$'),
  -- {name, sha256 of the file as it came, width, height, renditions by width}; a header also {credit, people, consent}. The file as it came is kept by no row.
  emblem jsonb,
  header jsonb,
  set_at timestamptz NOT NULL,
  set_by uuid NOT NULL REFERENCES accounts
);
