package dev.varangian.cli.report.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentWeightsTest {
  private static final String HEADER = "round,agent,faulty,norm,weight\n";

  @TempDir Path folder = Path.of("");

  private Path agents(String text) throws IOException {
    return Files.writeString(folder.resolve("agents.csv"), text);
  }

  @Test
  void faulty_agents_with_weight_and_honest_ones_without_are_counted() throws IOException {
    String rows =
        """
        1,1,true,9.5,0.0
        1,2,true,9.5,1.0E-7
        1,3,false,,0.0
        1,4,false,1.5,0.5
        2,1,true,9.5,
        2,2,true,9.5,0
        2,3,false,1,1
        2,4,false,1,0
        """;
    AgentWeights trust = AgentWeights.of(agents(HEADER + rows), 1);
    assertThat(trust).isEqualTo(new AgentWeights(3, 1, 4, 2, trust.agents()));
  }

  @Test
  void the_weights_of_each_agent_are_means_of_some_rounds() throws IOException {
    String rows =
        """
        1,1,true,9.5,0.0
        1,2,false,9.5,1.0
        2,1,true,9.5,0.25
        2,2,false,9.5,0.75
        3,1,true,9.5,0.5
        3,2,false,9.5,0.5
        """;
    assertThat(AgentWeights.of(agents(HEADER + rows), 2).agents())
        .containsExactly(
            new AgentWeight(true, new Curve(List.of(2, 3), List.of(0.125, 0.5))),
            new AgentWeight(false, new Curve(List.of(2, 3), List.of(0.875, 0.5))));
  }

  @Test
  void too_many_agents_for_one_plot_are_only_counted() throws IOException {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int agent = 1; agent <= 41; agent++) {
      rows.append("1,").append(agent).append(",false,1,0\n");
    }
    AgentWeights trust = AgentWeights.of(agents(rows.toString()), 1);
    assertThat(trust).isEqualTo(new AgentWeights(0, 0, 41, 41, List.of()));
  }

  @Test
  void where_no_weight_is_known_there_is_no_case() throws IOException {
    assertThat(AgentWeights.of(agents(HEADER + "1,1,true,9.5,\n1,2,false,1,\n"), 1))
        .isEqualTo(new AgentWeights(0, 0, 0, 0, List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "round,agent\n", HEADER + "1,1", HEADER + "1,1,true,2.5,heavy\n"})
  void a_file_of_another_kind_is_refused(String text) {
    assertThatThrownBy(() -> AgentWeights.of(agents(text), 1)).isInstanceOf(IOException.class);
  }
}
