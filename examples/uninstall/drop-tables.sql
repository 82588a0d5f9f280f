-- Removes everything that keycloak-jumpcloud has made of its own in Keycloak's database, and nothing else.
-- Run it as Keycloak's database user in Keycloak's schema, with Keycloak stopped and the jar out of providers/.
-- The last table is Liquibase's record of the others: with it gone, the jar can be installed afresh.
DROP TABLE IF EXISTS JUMPCLOUD_RUN;
DROP TABLE IF EXISTS JUMPCLOUD_STATE;
DROP TABLE IF EXISTS JUMPCLOUD_KEPT_PASSWORD;
DROP TABLE IF EXISTS JUMPCLOUD_WELCOME;
DROP TABLE IF EXISTS DATABASECHANGELOG_JUMPCLOUD;
