variable "keycloak_url" {
  type        = string
  description = "Where Keycloak is, e.g. https://keycloak.example.org"
}

variable "realm" {
  type        = string
  description = "The realm that gets the provider"
}

variable "admin_client" {
  type        = string
  description = "A client of the master realm with a service account that may manage the realm and its users"
}

variable "admin_client_secret" {
  type      = string
  sensitive = true
}

variable "organization_id" {
  type        = string
  description = "JumpCloud organization ID, 24 digits"
}

variable "reader" {
  type        = string
  description = "User name of the LDAP reader"
}

variable "reader_password" {
  type        = string
  description = "Its password; better an expression of Keycloak's vault, as what stands here ends up in Terraform's state"
  default     = "$${vault.jumpcloud}"
  sensitive   = true
}
