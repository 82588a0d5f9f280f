package io.github.keycloakjumpcloud.keycloak;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;

/**
 * The packaged stand-in in a container of the tests' network, run by the Java of Keycloak's image: the readable company, with its usual passwords. Its
 * switches and counters are out of reach.
 */
public final class ContainerStandIn implements AutoCloseable {

    private static final String NAME = "ldap.jumpcloud.test";
    private static final int LDAPS_PORT = 10_636;

    private final GenericContainer<?> container;

    private ContainerStandIn(GenericContainer<?> container) {
        this.container = container;
    }

    /** Its certificate comes from the authority that the shared server trusts. */
    public static ContainerStandIn start() {
        GenericContainer<?> container = new GenericContainer<>(ContainerImage.KEYCLOAK.get())
                .withNetwork(ContainerNetwork.get().network())
                .withNetworkAliases(NAME)
                .withCopyFileToContainer(
                        MountableFile.forHostPath(TestSetting.STANDIN_JAR.path(), 0644), "/opt/standin.jar")
                .withCopyFileToContainer(MountableFile.forHostPath(TestAuthority.folder(), 0755), "/opt/ca")
                .withCreateContainerCmdModifier(command -> command.withEntrypoint("java", "-jar", "/opt/standin.jar"))
                .withCommand("--all-interfaces", "--names", NAME, "--ca", "/opt/ca")
                .waitingFor(Wait.forLogMessage("JumpCloud stand-in is running.*\\n", 1));
        container.start();
        return new ContainerStandIn(container);
    }

    /** As Keycloak reaches it. */
    public String ldapsUrl() {
        return "ldaps://" + NAME + ":" + LDAPS_PORT;
    }

    @Override
    public void close() {
        container.stop();
    }
}
