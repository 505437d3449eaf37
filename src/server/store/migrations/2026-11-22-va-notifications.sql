-- 消息通知: what somebody was told of, written in the transaction of the act it follows from. No name stands here; names are joined when somebody reads who may.
CREATE TABLE news (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts,
  -- In which seat the person is told: a person with several roles reads each in its own.
  role text NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisations,
  kind text NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}',
  campaign_id uuid REFERENCES campaigns,
  nomination_id uuid REFERENCES nominations,
  round_id uuid REFERENCES rounds,
  -- The unit it is about, where the reader has many.
  unit_id uuid REFERENCES organisations,
  -- Product time, as all that follows.
  at timestamptz NOT NULL,
  read_at timestamptz,
  -- What follows from a term and no act is told once: by this.
  once text,
  mail text NOT NULL DEFAULT 'open' CHECK (mail IN ('open','mailed','none')),
  -- When it is to leave; null: not planned yet.
  mail_at timestamptz,
  mail_digest boolean NOT NULL DEFAULT false,
  mail_presses boolean NOT NULL DEFAULT false,
  letter_id uuid REFERENCES letters,
  CONSTRAINT mailed_by_a_letter CHECK ((mail = 'mailed') = (letter_id IS NOT NULL))
);
CREATE INDEX news_of_account ON news (account_id, at DESC, id DESC);
CREATE INDEX news_unread ON news (account_id) WHERE read_at IS NULL;
CREATE INDEX news_to_mail ON news (mail_at NULLS FIRST) WHERE mail = 'open';
CREATE INDEX news_waiting ON news (account_id) WHERE mail = 'open';
CREATE UNIQUE INDEX news_once ON news (once, account_id, role, organisation_id) WHERE once IS NOT NULL;

-- Who set nothing has no row: what is usual holds. An address counts once its person typed the code that was sent there.
CREATE TABLE news_settings (
  account_id uuid PRIMARY KEY REFERENCES accounts,
  settings jsonb,
  address text CHECK (address IS NULL OR length(address) <= 254),
  asked_address text CHECK (asked_address IS NULL OR length(asked_address) <= 254),
  -- Keyed hash of the code.
  code_hash bytea,
  code_until timestamptz,
  code_tries int NOT NULL DEFAULT 0,
  -- The last that were asked for within a day: nobody mails strangers by this.
  asked_at timestamptz[] NOT NULL DEFAULT '{}',
  CONSTRAINT code_of_an_address CHECK ((asked_address IS NULL) = (code_hash IS NULL) AND (code_hash IS NULL) = (code_until IS NULL))
);

-- Whoever holds this row carries: one process at a time.
CREATE TABLE news_carrier (only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one), looked_at timestamptz);
INSERT INTO news_carrier DEFAULT VALUES;

-- News belongs to no campaign's outbox: one letter may speak of several.
ALTER TABLE letters DROP CONSTRAINT letters_kind_check, DROP CONSTRAINT of_a_campaign_or_an_account;
ALTER TABLE letters ADD CONSTRAINT letters_kind_check CHECK (kind IN ('issue','reminder','account','extension','news','digest')),
  ADD CONSTRAINT of_a_campaign_or_an_account CHECK ((kind IN ('account','news','digest')) = (campaign_id IS NULL));
CREATE INDEX letters_of_news ON letters (lower(recipient), created_at) WHERE kind IN ('news','digest');

-- 群机器人: an address of the office's that news is sent to. Address and secret open a group of people to whoever holds them: both are sealed.
CREATE TABLE webhooks (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations,
  name text NOT NULL CHECK (name <> '' AND length(name) <= 60),
  template text NOT NULL CHECK (template IN ('wecom','dingtalk','feishu','json')),
  address bytea NOT NULL,
  -- What may be shown of the address.
  host text NOT NULL,
  secret bytea,
  groups text[] NOT NULL,
  language text NOT NULL DEFAULT 'zh' CHECK (language IN ('zh','en')),
  state text NOT NULL DEFAULT 'on' CHECK (state IN ('on','off','stopped')),
  -- Since when every sending failed.
  failing_since timestamptz,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES accounts,
  CONSTRAINT signed_where_it_must CHECK (template <> 'json' OR secret IS NOT NULL)
);
CREATE INDEX webhooks_by_organisation ON webhooks (organisation_id);

CREATE TABLE webhook_deliveries (
  id uuid PRIMARY KEY,
  webhook_id uuid NOT NULL REFERENCES webhooks ON DELETE CASCADE,
  -- The lines it says: sentence, campaign, unit; no person.
  lines jsonb NOT NULL,
  is_test boolean NOT NULL DEFAULT false,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting','sending','sent','failed')),
  attempts int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  next_try_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  leased_until timestamptz,
  sent_at timestamptz,
  -- HTTP status where there was one, and in words what went wrong.
  status int,
  error text,
  CONSTRAINT leased_while_sending CHECK ((state = 'sending') = (leased_until IS NOT NULL))
);
CREATE INDEX webhook_deliveries_to_do ON webhook_deliveries (next_try_at) WHERE state IN ('waiting','sending');
CREATE INDEX webhook_deliveries_of_hook ON webhook_deliveries (webhook_id, created_at DESC);

-- One piece of news for one address; bundled into a delivery when it leaves.
CREATE TABLE webhook_news (
  id uuid PRIMARY KEY,
  webhook_id uuid NOT NULL REFERENCES webhooks ON DELETE CASCADE,
  kind text NOT NULL,
  detail jsonb NOT NULL,
  campaign_id uuid REFERENCES campaigns,
  unit_id uuid REFERENCES organisations,
  at timestamptz NOT NULL,
  delivery_id uuid REFERENCES webhook_deliveries ON DELETE CASCADE
);
CREATE INDEX webhook_news_to_send ON webhook_news (webhook_id, at) WHERE delivery_id IS NULL;
