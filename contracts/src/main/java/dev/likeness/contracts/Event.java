package dev.likeness.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;

/** Something that happened, told once to everyone who may want to know. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = DatasetUploaded.class, name = "DatasetUploaded"),
  @JsonSubTypes.Type(value = DatasetProfiled.class, name = "DatasetProfiled"),
  @JsonSubTypes.Type(value = ProfileAmended.class, name = "ProfileAmended"),
  @JsonSubTypes.Type(value = ProfilingFailed.class, name = "ProfilingFailed"),
  @JsonSubTypes.Type(value = GenerationRequested.class, name = "GenerationRequested"),
  @JsonSubTypes.Type(value = GenerationCompleted.class, name = "GenerationCompleted"),
  @JsonSubTypes.Type(value = GenerationFailed.class, name = "GenerationFailed"),
  @JsonSubTypes.Type(value = GenerationCancelled.class, name = "GenerationCancelled"),
  @JsonSubTypes.Type(value = MaskingRequested.class, name = "MaskingRequested"),
  @JsonSubTypes.Type(value = DatasetMasked.class, name = "DatasetMasked"),
  @JsonSubTypes.Type(value = EvaluationCompleted.class, name = "EvaluationCompleted"),
  @JsonSubTypes.Type(value = EvaluationFailed.class, name = "EvaluationFailed"),
  @JsonSubTypes.Type(value = ErasureRequested.class, name = "ErasureRequested"),
  @JsonSubTypes.Type(value = ErasureAcknowledged.class, name = "ErasureAcknowledged"),
})
public sealed interface Event
    permits DatasetUploaded,
        DatasetProfiled,
        ProfileAmended,
        ProfilingFailed,
        GenerationRequested,
        GenerationCompleted,
        GenerationFailed,
        GenerationCancelled,
        MaskingRequested,
        DatasetMasked,
        EvaluationCompleted,
        EvaluationFailed,
        ErasureRequested,
        ErasureAcknowledged {

  /** Who, when, for whom. */
  EventHeader header();

  /** What it happened to; the record key, so events of one aggregate stay in order. */
  @JsonIgnore
  UUID aggregateId();

  /** Where it is told. */
  @JsonIgnore
  default String topic() {
    return switch (this) {
      case DatasetUploaded e -> Topics.DATASET_EVENTS;
      case DatasetProfiled e -> Topics.PROFILE_EVENTS;
      case ProfileAmended e -> Topics.PROFILE_EVENTS;
      case ProfilingFailed e -> Topics.PROFILE_EVENTS;
      case GenerationRequested e -> Topics.GENERATION_EVENTS;
      case GenerationCompleted e -> Topics.GENERATION_EVENTS;
      case GenerationFailed e -> Topics.GENERATION_EVENTS;
      case GenerationCancelled e -> Topics.GENERATION_EVENTS;
      case MaskingRequested e -> Topics.GENERATION_EVENTS;
      case DatasetMasked e -> Topics.GENERATION_EVENTS;
      case EvaluationCompleted e -> Topics.EVALUATION_EVENTS;
      case EvaluationFailed e -> Topics.EVALUATION_EVENTS;
      case ErasureAcknowledged e -> Topics.DATASET_EVENTS;
      case ErasureRequested e -> Topics.DATASET_EVENTS;
    };
  }
}
