-- A file in a conversation. Its bytes are in attachment_parts once kept; until then a messenger has them, under source.
CREATE TABLE attachments (
    id              TEXT    NOT NULL PRIMARY KEY,
    bot_id          TEXT    NOT NULL REFERENCES bots (id),
    conversation_id TEXT    NOT NULL REFERENCES conversations (id),
    name            TEXT    NOT NULL,
    type            TEXT    NOT NULL,
    size            BIGINT  NOT NULL,
    state           TEXT    NOT NULL,
    source          TEXT    NULL,
    created_at      BIGINT  NOT NULL
);
CREATE INDEX attachments_unsettled ON attachments (state, created_at) WHERE state <> 'kept';
CREATE INDEX attachments_by_conversation ON attachments (conversation_id);

CREATE TABLE attachment_parts (
    attachment_id TEXT    NOT NULL REFERENCES attachments (id),
    part          INTEGER NOT NULL,
    bytes         {blob}  NOT NULL,
    PRIMARY KEY (attachment_id, part)
);

-- Words of deep links, which carry a conversation from the web into a messenger. Only their hashes are kept.
CREATE TABLE conversation_links (
    word_hash       TEXT   NOT NULL PRIMARY KEY,
    bot_id          TEXT   NOT NULL REFERENCES bots (id),
    conversation_id TEXT   NOT NULL REFERENCES conversations (id),
    expires_at      BIGINT NOT NULL
);
