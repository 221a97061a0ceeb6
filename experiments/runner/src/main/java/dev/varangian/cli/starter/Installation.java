package dev.varangian.cli.starter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sees to it that the local Maven repository has the artifacts that plugins are built against, the
 * very ones that run here. They are published nowhere else. Maven itself tells where that
 * repository is and writes into it, so that all of the user's settings count.
 */
public final class Installation {
  private static final String RESOURCES = "maven-resources-plugin";
  private static final String INSTALL = "maven-install-plugin";

  private final Checkout checkout;
  private final Map<String, String> versions;
  private final Maven maven;

  /**
   * @param versions those of the checkout
   */
  public Installation(Checkout checkout, Map<String, String> versions, Maven maven) {
    this.checkout = checkout;
    this.versions = versions;
    this.maven = maven;
  }

  /** An artifact and the file that is to be in the repository. */
  private record Item(Artifact artifact, Path file) {}

  /**
   * Installs what is missing or different.
   *
   * @param scratch an empty folder for files of the moment, in the project that is to be built
   * @return what was done, in a line; empty if there was nothing to do
   */
  public Optional<String> complete(Path scratch) throws IOException, Maven.Failure {
    String version = version("varangian");
    Path repository = repository(scratch);
    List<Item> missing = new ArrayList<>();
    boolean rival = false;
    for (Artifact artifact : Artifact.of(checkout)) {
      Path jar = scratch.resolve(artifact.name() + ".jar");
      Path file =
          artifact.classes().isPresent()
              ? ClassesJar.of(artifact.classes().get(), jar)
              : artifact.pom();
      if (!artifact.isIn(repository, version, file)) {
        missing.add(new Item(artifact, file));
        rival |= artifact.hasRival(repository, version);
      }
    }
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    maven.run(Files.writeString(scratch.resolve("install.xml"), installing(missing)), "initialize");
    return Optional.of(
        "installed the SPI and the conformance kit "
            + version
            + " into the local Maven repository "
            + repository
            + (rival ? ", in place of another build" : ", where they were missing"));
  }

  private String version(String artifact) throws IOException {
    String version = versions.get(artifact);
    if (version == null) {
      throw new IOException("no version of " + artifact + " in " + checkout.pom(""));
    }
    return version;
  }

  /** Where the local repository is. */
  private Path repository(Path scratch) throws IOException, Maven.Failure {
    Path resources = Files.createDirectories(scratch.resolve("resources"));
    Files.writeString(resources.resolve("repository"), "${settings.localRepository}");
    String version = version(RESOURCES);
    Path pom =
        Files.writeString(
            scratch.resolve("locate.xml"),
            project(
                """
                    <directory>${project.basedir}</directory>
                    <outputDirectory>${project.basedir}</outputDirectory>
                    <resources>
                      <resource>
                        <directory>resources</directory>
                        <filtering>true</filtering>
                      </resource>
                    </resources>
                """));
    maven.run(pom, "org.apache.maven.plugins:" + RESOURCES + ":" + version + ":resources");
    Path answer = scratch.resolve("repository");
    if (!Files.exists(answer)) { // as with MAVEN_ARGS=--version
      throw new Maven.Failure("it did nothing when it was asked where that is");
    }
    return Path.of(Files.readString(answer).strip());
  }

  private String installing(List<Item> items) throws IOException {
    StringBuilder executions = new StringBuilder();
    for (Item item : items) {
      executions.append(
          """
                      <execution>
                        <id>%s</id>
                        <phase>initialize</phase>
                        <goals>
                          <goal>install-file</goal>
                        </goals>
                        <configuration>
                          <file>%s</file>
                          <pomFile>%s</pomFile>
                          <packaging>%s</packaging>
                        </configuration>
                      </execution>
          """
              .formatted(
                  item.artifact().name(),
                  escaped(item.file()),
                  escaped(item.artifact().pom()),
                  item.artifact().classes().isPresent() ? "jar" : "pom"));
    }
    return project(
        """
            <plugins>
              <plugin>
                <groupId>org.apache.maven.plugins</groupId>
                <artifactId>%s</artifactId>
                <version>%s</version>
                <executions>
        %s        </executions>
              </plugin>
            </plugins>
        """
            .formatted(INSTALL, version(INSTALL), executions));
  }

  private static String project(String build) {
    return """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>example</groupId>
          <artifactId>installation</artifactId>
          <version>1</version>
          <packaging>pom</packaging>
          <properties>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          </properties>
          <build>
        %s
          </build>
        </project>
        """
        .formatted(build);
  }

  private static String escaped(Path path) {
    return path.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
