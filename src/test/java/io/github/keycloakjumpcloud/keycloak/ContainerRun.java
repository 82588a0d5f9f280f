package io.github.keycloakjumpcloud.keycloak;

import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.images.PullPolicy;
import org.testcontainers.utility.MountableFile;

/** The image with the packaged provider in {@code providers/}, which it builds into itself while it starts. */
record ContainerRun(KeycloakContainer container, ServerLog log, int httpPort, int managementPort)
        implements KeycloakRun {

    private static final String LOG_FOLDER = "/var/log/keycloak-tests";
    private static final AtomicInteger STARTED = new AtomicInteger();

    // Testcontainers-Keycloak repeats the whole log of the server in the build's; it is in the files here.
    private static final Logger REPEATED = Logger.getLogger("tc");

    static {
        REPEATED.setLevel(Level.WARNING);
    }

    static ContainerRun launch(KeycloakSettings settings) throws IOException {
        // Skips the calling test.
        Assumptions.assumeTrue(settings.version().isEmpty(), "other versions of Keycloak run as processes");
        ContainerNetwork network = ContainerNetwork.get();
        String name = settings.name() + "-" + ProcessHandle.current().pid() + "-" + STARTED.incrementAndGet();
        Path folder = folder(name);
        ContainerOptions options = ContainerOptions.of(settings, network.database(settings, name));
        int http = settings.httpPort() == 0 ? Ports.free() : settings.httpPort();
        int management = settings.managementPort() == 0 ? Ports.free() : settings.managementPort();
        Path hosts = Files.writeString(folder.resolve("hosts"), network.hosts());
        ServerLog console = new ServerLog(folder.resolve("console.log"));

        KeycloakContainer container = new KeycloakContainer(ContainerImage.KEYCLOAK.get())
                .withImagePullPolicy(PullPolicy.defaultPolicy())
                .withProductionMode()
                .withProviderLibsFrom(
                        settings.providers().stream().map(Path::toFile).toList())
                .withAdminUsername(settings.adminUser())
                .withAdminPassword(settings.adminPassword())
                .withStartupTimeout(KeycloakServer.START_LIMIT)
                .withNetwork(network.network())
                .withEnv(options.environment())
                .withExposedPorts(8080, 9000)
                .withLogConsumer(new ConsoleFile(console.file()))
                .withCreateContainerCmdModifier(
                        command -> bind(command.getHostConfig(), folder + ":" + LOG_FOLDER, hosts + ":/etc/hosts:ro"));
        container.setPortBindings(List.of("127.0.0.1:" + http + ":8080", "127.0.0.1:" + management + ":9000"));
        options.files()
                .forEach((file, place) ->
                        container.withCopyFileToContainer(MountableFile.forHostPath(file, 0644), place));
        options.arguments().forEach(container::withCustomCommand);
        container.withCustomCommand("--log=console,file").withCustomCommand("--log-file=" + LOG_FOLDER + "/server.log");
        try {
            container.start();
        } catch (ContainerLaunchException e) {
            throw new IllegalStateException(
                    "Keycloak's container did not start; the end of its output:\n" + console.tail(80), e);
        }
        return new ContainerRun(container, new ServerLog(folder.resolve("server.log")), http, management);
    }

    /** Keycloak has another user id in the container. */
    private static Path folder(String name) throws IOException {
        Path folder =
                TestSetting.BUILD_FOLDER.path().resolve("keycloak-containers").resolve(name);
        HardLinkTree.delete(folder);
        Files.createDirectories(folder);
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    private static void bind(HostConfig host, String... binds) {
        host.withBinds(List.of(binds).stream().map(Bind::parse).toList());
    }

    @Override
    public boolean isAlive() {
        return container.isRunning();
    }

    @Override
    public void stop() {
        if (isAlive()) {
            container
                    .getDockerClient()
                    .stopContainerCmd(container.getContainerId())
                    .exec();
        }
    }

    @Override
    public void kill() {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void close() {
        container.stop();
    }
}
