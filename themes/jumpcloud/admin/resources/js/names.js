/* The message keys of what the REST answers with. Names that are not here are shown as they are. */
const namer = (keys) => (t, name) => (keys[name] ? t(keys[name]) : name);

export const kindName = namer({
  CREATE_GROUP: "jumpcloud.panel.kind.createGroup.label",
  RENAME_GROUP: "jumpcloud.panel.kind.renameGroup.label",
  REMOVE_GROUP: "jumpcloud.panel.kind.removeGroup.label",
  KEEP_GROUP: "jumpcloud.panel.kind.keepGroup.label",
  CREATE_USER: "jumpcloud.panel.kind.createUser.label",
  UPDATE_USER: "jumpcloud.panel.kind.updateUser.label",
  RENAME_USER: "jumpcloud.panel.kind.renameUser.label",
  ENABLE_USER: "jumpcloud.panel.kind.enableUser.label",
  DISABLE_USER: "jumpcloud.panel.kind.disableUser.label",
  DELETE_USER: "jumpcloud.panel.kind.deleteUser.label",
  KEEP_USER: "jumpcloud.panel.kind.keepUser.label",
  JOIN_GROUP: "jumpcloud.panel.kind.joinGroup.label",
  LEAVE_GROUP: "jumpcloud.panel.kind.leaveGroup.label",
  CONFLICT: "jumpcloud.panel.kind.conflict.label",
  REJECTED: "jumpcloud.panel.kind.rejected.label",
  SKIPPED: "jumpcloud.panel.kind.skipped.label",
});

export const phaseName = namer({
  READING: "jumpcloud.panel.phase.reading.label",
  COMPARING: "jumpcloud.panel.phase.comparing.label",
  GROUPS: "jumpcloud.panel.phase.groups.label",
  USERS: "jumpcloud.panel.phase.users.label",
  REMOVALS: "jumpcloud.panel.phase.removals.label",
  MAILS: "jumpcloud.panel.phase.mails.label",
});

export const stateName = namer({
  RUNNING: "jumpcloud.panel.state.running.label",
  COMPLETED: "jumpcloud.panel.state.completed.label",
  FAILED: "jumpcloud.panel.state.failed.label",
  CANCELLED: "jumpcloud.panel.state.cancelled.label",
  LOST: "jumpcloud.panel.state.lost.label",
});

export const triggerName = namer({
  BUTTON: "jumpcloud.panel.trigger.button.label",
  TIMER: "jumpcloud.panel.trigger.timer.label",
  REST: "jumpcloud.panel.trigger.rest.label",
  APPROVAL: "jumpcloud.panel.trigger.approval.label",
  ADOPTION: "jumpcloud.panel.trigger.adoption.label",
});

export const stageName = namer({
  resolve: "jumpcloud.panel.stage.resolve.label",
  connect: "jumpcloud.panel.stage.connect.label",
  tls: "jumpcloud.panel.stage.tls.label",
  bind: "jumpcloud.panel.stage.bind.label",
  search: "jumpcloud.panel.stage.search.label",
  base: "jumpcloud.panel.stage.base.label",
  users: "jumpcloud.panel.stage.users.label",
  groups: "jumpcloud.panel.stage.groups.label",
  identity: "jumpcloud.panel.stage.identity.label",
  paging: "jumpcloud.panel.stage.paging.label",
  "sign-in-resolve": "jumpcloud.panel.stage.signInResolve.label",
  "sign-in-connect": "jumpcloud.panel.stage.signInConnect.label",
  "sign-in-tls": "jumpcloud.panel.stage.signInTls.label",
});

export const stepName = namer({
  provider: "jumpcloud.panel.step.provider.label",
  keycloak: "jumpcloud.panel.step.keycloak.label",
  search: "jumpcloud.panel.step.search.label",
  reader: "jumpcloud.panel.step.reader.label",
  identity: "jumpcloud.panel.step.identity.label",
  "user-groups": "jumpcloud.panel.step.userGroups.label",
  conflict: "jumpcloud.panel.step.conflict.label",
  groups: "jumpcloud.panel.step.groups.label",
  refresh: "jumpcloud.panel.step.refresh.label",
  enabled: "jumpcloud.panel.step.enabled.label",
  bind: "jumpcloud.panel.step.bind.label",
});

export const resultName = namer({
  ok: "jumpcloud.panel.result.ok.label",
  warning: "jumpcloud.panel.result.warning.label",
  failed: "jumpcloud.panel.result.failed.label",
  skipped: "jumpcloud.panel.result.skipped.label",
});
