-- Sign-in beyond the password: passkeys, the sign-in of the organisation, recovery codes, accounts that two persons open again, and what a person is told about the own account.

ALTER TABLE accounts
  -- A secret that was shown and is not confirmed yet; it takes the place of the old one only then.
  ADD COLUMN totp_pending bytea,
  -- When its person first opened it; that stays when it is opened again.
  ADD COLUMN opened_at timestamptz;
UPDATE accounts SET opened_at = created_at WHERE password_hash IS NOT NULL;
UPDATE accounts SET totp_pending = totp_secret, totp_secret = NULL WHERE totp_confirmed_at IS NULL;
ALTER TABLE accounts ADD CONSTRAINT totp_confirmed_whole CHECK ((totp_secret IS NULL) = (totp_confirmed_at IS NULL)),
  -- Nothing opens an account beside the code that was given out for it.
  ADD CONSTRAINT closed_until_redeemed CHECK (activation_hash IS NULL OR password_hash IS NULL);

ALTER TABLE sessions
  ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  ADD COLUMN how text NOT NULL DEFAULT 'password' CHECK (how IN ('password','passkey','oidc','demo')),
  -- System and browser in words; no address, no version.
  ADD COLUMN device text NOT NULL DEFAULT '' CHECK (length(device) <= 60),
  -- Kept to some minutes.
  ADD COLUMN last_used_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- When the person last proved who he is.
  ADD COLUMN proved_at timestamptz NOT NULL DEFAULT clock_timestamp();
UPDATE sessions SET proved_at = created_at, last_used_at = created_at;

CREATE TABLE passkeys (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts,
  credential_id bytea NOT NULL UNIQUE CHECK (length(credential_id) BETWEEN 1 AND 1023),
  -- COSE, as it was registered.
  public_key bytea NOT NULL,
  counter bigint NOT NULL CHECK (counter >= 0),
  transports text[] NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  -- Kept by the maker of the device on several devices.
  synced boolean NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  last_used_at timestamptz
);
CREATE INDEX passkeys_by_account ON passkeys (account_id);

-- Who somebody is at the organisation's sign-in: issuer and subject, which are never given to another. No name, no mail address.
CREATE TABLE oidc_links (
  issuer text NOT NULL,
  subject text NOT NULL CHECK (subject <> ''),
  account_id uuid NOT NULL REFERENCES accounts,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  last_used_at timestamptz,
  PRIMARY KEY (issuer, subject),
  UNIQUE (account_id, issuer)
);

-- Keyed hashes; the codes themselves were shown once.
CREATE TABLE recovery_codes (
  account_id uuid NOT NULL REFERENCES accounts,
  hash bytea NOT NULL,
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  used_at timestamptz,
  PRIMARY KEY (account_id, hash)
);

-- What serves once and was used: challenges of passkeys, proofs of the organisation's sign-in. Kept until they would have ended by themselves.
CREATE TABLE spent_tokens (
  hash bytea PRIMARY KEY,
  ends_at timestamptz NOT NULL
);
CREATE INDEX spent_tokens_by_end ON spent_tokens (ends_at);

-- 重开账号, two persons, neither of them the one whose account it is.
CREATE TABLE reopenings (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts,
  -- Whose office proposed it.
  organisation_id uuid NOT NULL REFERENCES organisations,
  reason text NOT NULL CHECK (reason <> ''),
  proposed_by uuid NOT NULL REFERENCES accounts,
  proposed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  until timestamptz NOT NULL,
  confirmed_by uuid REFERENCES accounts,
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  CONSTRAINT two_others CHECK (proposed_by <> account_id AND confirmed_by <> account_id AND confirmed_by <> proposed_by),
  CONSTRAINT confirmed_by_somebody CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL)),
  CONSTRAINT confirmed_or_withdrawn CHECK (confirmed_at IS NULL OR withdrawn_at IS NULL)
);
CREATE INDEX reopenings_by_organisation ON reopenings (organisation_id, proposed_at);
CREATE INDEX reopenings_by_account ON reopenings (account_id);

-- Which roles prove themselves twice, where it was ever set; `since` spares the sessions that began before.
CREATE TABLE second_factor_roles (
  role text PRIMARY KEY CHECK (role IN ('unitClerk','unitApprover','juror')),
  needed boolean NOT NULL,
  since timestamptz NOT NULL
);
CREATE TABLE second_factor_changes (
  id uuid PRIMARY KEY,
  asked jsonb NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  proposed_by uuid NOT NULL REFERENCES accounts,
  proposed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  confirmed_by uuid REFERENCES accounts,
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  CONSTRAINT two_persons CHECK (confirmed_by <> proposed_by),
  CONSTRAINT confirmed_by_somebody CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL)),
  CONSTRAINT confirmed_or_withdrawn CHECK (confirmed_at IS NULL OR withdrawn_at IS NULL)
);
CREATE UNIQUE INDEX one_second_factor_change ON second_factor_changes ((true)) WHERE confirmed_at IS NULL AND withdrawn_at IS NULL;

CREATE TABLE account_news (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts,
  kind text NOT NULL,
  detail jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- The session that made the change knows of it (its token's hash); every other is told.
  made_in bytea,
  seen_at timestamptz
);
CREATE INDEX account_news_by_account ON account_news (account_id, at);

-- Letters about an account belong to no campaign. They leave by a lane of their own, the organisation's.
ALTER TABLE letters ALTER COLUMN campaign_id DROP NOT NULL,
  ADD COLUMN lane uuid GENERATED ALWAYS AS (coalesce(campaign_id, organisation_id)) STORED,
  DROP CONSTRAINT letters_kind_check,
  ADD CONSTRAINT letters_kind_check CHECK (kind IN ('issue','reminder','account')),
  ADD CONSTRAINT of_a_campaign_or_an_account CHECK ((kind = 'account') = (campaign_id IS NULL));
DROP INDEX letters_to_send;
CREATE INDEX letters_to_send ON letters (lane, next_try_at) WHERE state IN ('waiting','sending');
ALTER TABLE jobs ALTER COLUMN campaign_id DROP NOT NULL;
