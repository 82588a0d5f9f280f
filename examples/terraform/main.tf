# Adds JumpCloud to a realm, tests the connection and starts a sync.
# Passwords come from the environment (TF_VAR_...), never from this file.

terraform {
  required_version = ">= 1.4"

  required_providers {
    keycloak = {
      source  = "keycloak/keycloak"
      version = ">= 5.0.0"
    }
  }
}

provider "keycloak" {
  url           = var.keycloak_url
  client_id     = var.admin_client
  client_secret = var.admin_client_secret
}

resource "keycloak_custom_user_federation" "jumpcloud" {
  realm_id         = var.realm
  name             = "jumpcloud"
  provider_id      = "jumpcloud"
  full_sync_period = 3600

  # Several values of one setting are joined by ##. The groups are to be yours; without their line everybody is let in who is bound to JumpCloud's LDAP.
  config = {
    connectionUrl  = "ldaps://ldap.jumpcloud.com:636"
    organizationId = var.organization_id
    bindDn         = var.reader
    bindCredential = var.reader_password
    userGroups     = "Staff##Contractors"
    removedUsers   = "disable"
  }

  lifecycle {
    # With the provider its users go, with roles and credentials.
    prevent_destroy = true

    # Keycloak shows ********** instead of a password, which is no reason to change it. With an expression of Keycloak's vault this is not needed.
    # Keycloak up to 26.4 notes the time of the last sync among the settings.
    ignore_changes = [config["bindCredential"], config["lastSync"]]
  }
}

# The same script for whatever has created the provider.
resource "terraform_data" "test_and_sync" {
  triggers_replace = [keycloak_custom_user_federation.jumpcloud.id]

  provisioner "local-exec" {
    command = "${path.module}/../kcadm/test-and-sync.sh jumpcloud"

    environment = {
      KEYCLOAK_URL         = var.keycloak_url
      REALM                = var.realm
      ADMIN_CLIENT         = var.admin_client
      KC_CLI_CLIENT_SECRET = var.admin_client_secret
    }
  }
}
