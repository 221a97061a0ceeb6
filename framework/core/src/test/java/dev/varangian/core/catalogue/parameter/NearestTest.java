package dev.varangian.core.catalogue.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> NAMES =
      List.of("multi-krum", "krum", "mean", "median", "geomed", "batch-size", "centered-clipping");

  @ParameterizedTest
  @CsvSource({
    "multikrumm, multi-krum",
    "crum, krum",
    "KRUM, krum",
    "batch_size, batch-size",
    "meen, mean",
    "krmu, krum",
    "centered, centered-clipping"
  })
  void a_misspelt_name_finds_the_intended_one(String word, String meant) {
    assertThat(Nearest.to(word, NAMES)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"bulyan", "x", "''", "ce"})
  void a_word_far_from_all_names_finds_nothing(String word) {
    assertThat(Nearest.to(word, NAMES)).isEmpty();
  }

  @Test
  void the_alphabetically_first_of_equally_near_names_is_suggested() {
    assertThat(Nearest.to("nean", List.of("wean", "mean", "bean"))).contains("bean");
  }

  @Test
  void a_name_of_one_character_is_not_near_every_other_character() {
    assertThat(Nearest.to("z", List.of("m"))).isEmpty();
  }
}
