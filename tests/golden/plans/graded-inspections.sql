-- standings; fields: f_letter string, f_score int64
SELECT
  "t41"."question",
  "t41"."subject",
  "t41"."as_of",
  "t41"."known_at",
  "t41"."points",
  "t41"."grade",
  "t41"."direct",
  "t41"."rank",
  "t41"."stage",
  "t41"."reduced_to",
  "t41"."ceiling"
FROM (
  SELECT
    "t40"."question",
    "t40"."subject",
    "t40"."as_of",
    "t40"."known_at",
    "t40"."base",
    "t40"."reached",
    "t40"."raised",
    "t40"."points",
    "t40"."band",
    "t40"."state_0",
    "t40"."state_1",
    "t40"."state_2",
    "t40"."state_3",
    "t40"."firm",
    "t40"."firm_direct",
    "t40"."offer",
    "t40"."offered",
    "t40"."code",
    "t40"."direct",
    CASE
      WHEN "t40"."code" = 1
      THEN 'C'
      WHEN "t40"."code" = 2
      THEN 'B'
      WHEN "t40"."code" = 3
      THEN 'A'
      WHEN "t40"."code" = -1
      THEN 'Z'
      WHEN "t40"."code" = -2
      THEN 'P'
      ELSE CAST(NULL AS TEXT)
    END AS "grade",
    CAST(NULL AS BIGINT) AS "rank",
    CAST(NULL AS TEXT) AS "stage",
    CAST(NULL AS BIGINT) AS "reduced_to",
    CAST(NULL AS BIGINT) AS "ceiling"
  FROM (
    SELECT
      "t39"."question",
      "t39"."subject",
      "t39"."as_of",
      "t39"."known_at",
      "t39"."base",
      "t39"."reached",
      "t39"."raised",
      "t39"."points",
      "t39"."band",
      "t39"."state_0",
      "t39"."state_1",
      "t39"."state_2",
      "t39"."state_3",
      "t39"."firm",
      "t39"."firm_direct",
      "t39"."offer",
      "t39"."offered",
      CASE
        WHEN (
          "t39"."firm" > 0
        ) AND (
          "t39"."offer" > "t39"."firm"
        )
        THEN "t39"."offer"
        ELSE "t39"."firm"
      END AS "code",
      CASE
        WHEN (
          "t39"."firm" > 0
        ) AND (
          "t39"."offer" > "t39"."firm"
        )
        THEN "t39"."offered"
        ELSE "t39"."firm_direct"
      END AS "direct"
    FROM (
      SELECT
        "t38"."question",
        "t38"."subject",
        "t38"."as_of",
        "t38"."known_at",
        "t38"."base",
        "t38"."reached",
        "t38"."raised",
        "t38"."points",
        "t38"."band",
        "t38"."state_0",
        "t38"."state_1",
        "t38"."state_2",
        "t38"."state_3",
        CASE
          WHEN COALESCE("t38"."state_0", 0) = 2
          THEN -1
          WHEN COALESCE("t38"."state_1", 0) = 2
          THEN -2
          WHEN COALESCE("t38"."state_2", 0) = 2
          THEN 0
          WHEN COALESCE("t38"."state_3", 0) = 2
          THEN 0
          ELSE "t38"."band"
        END AS "firm",
        CASE
          WHEN COALESCE("t38"."state_0", 0) = 2
          THEN 0
          WHEN COALESCE("t38"."state_1", 0) = 2
          THEN 1
          WHEN COALESCE("t38"."state_2", 0) = 2
          THEN 2
          WHEN COALESCE("t38"."state_3", 0) = 2
          THEN 3
          ELSE CAST(NULL AS BIGINT)
        END AS "firm_direct",
        GREATEST(
          CASE WHEN COALESCE("t38"."state_0", 0) = 1 THEN -1 ELSE 0 END,
          CASE
            WHEN (
              COALESCE("t38"."state_1", 0) = 1
            )
            AND NOT (
              COALESCE("t38"."state_0", 0) = 2
            )
            THEN -2
            ELSE 0
          END,
          CASE
            WHEN (
              COALESCE("t38"."state_2", 0) = 1
            )
            AND NOT (
              COALESCE("t38"."state_0", 0) = 2
            )
            AND NOT (
              COALESCE("t38"."state_1", 0) = 2
            )
            THEN 0
            ELSE 0
          END,
          CASE
            WHEN (
              COALESCE("t38"."state_3", 0) = 1
            )
            AND NOT (
              COALESCE("t38"."state_0", 0) = 2
            )
            AND NOT (
              COALESCE("t38"."state_1", 0) = 2
            )
            AND NOT (
              COALESCE("t38"."state_2", 0) = 2
            )
            THEN 0
            ELSE 0
          END
        ) AS "offer",
        CASE
          WHEN (
            COALESCE("t38"."state_2", 0) = 1
          )
          AND NOT (
            COALESCE("t38"."state_0", 0) = 2
          )
          AND NOT (
            COALESCE("t38"."state_1", 0) = 2
          )
          THEN 2
          WHEN (
            COALESCE("t38"."state_3", 0) = 1
          )
          AND NOT (
            COALESCE("t38"."state_0", 0) = 2
          )
          AND NOT (
            COALESCE("t38"."state_1", 0) = 2
          )
          AND NOT (
            COALESCE("t38"."state_2", 0) = 2
          )
          THEN 3
          WHEN COALESCE("t38"."state_0", 0) = 1
          THEN 0
          WHEN (
            COALESCE("t38"."state_1", 0) = 1
          )
          AND NOT (
            COALESCE("t38"."state_0", 0) = 2
          )
          THEN 1
          ELSE CAST(NULL AS BIGINT)
        END AS "offered"
      FROM (
        SELECT
          "t37"."question",
          "t37"."subject",
          "t37"."as_of",
          "t37"."known_at",
          "t37"."base",
          "t37"."reached",
          "t37"."raised",
          "t37"."points",
          "t37"."band",
          CASE WHEN COALESCE("t37"."met_0", 0) = 1 THEN 1 ELSE 0 END + CASE WHEN COALESCE("t37"."sure_0", 0) = 1 THEN 1 ELSE 0 END AS "state_0",
          CASE WHEN COALESCE("t37"."met_1", 0) = 1 THEN 1 ELSE 0 END + CASE WHEN COALESCE("t37"."sure_1", 0) = 1 THEN 1 ELSE 0 END AS "state_1",
          CASE WHEN COALESCE("t37"."met_2", 0) = 1 THEN 1 ELSE 0 END + CASE WHEN COALESCE("t37"."sure_2", 0) = 1 THEN 1 ELSE 0 END AS "state_2",
          CASE WHEN COALESCE("t37"."met_3", 0) < 1 THEN 1 ELSE 0 END + CASE WHEN COALESCE("t37"."sure_3", 0) < 1 THEN 1 ELSE 0 END AS "state_3"
        FROM (
          SELECT
            "t36"."question",
            "t36"."subject",
            "t36"."as_of",
            "t36"."known_at",
            "t36"."base",
            "t36"."reached",
            "t36"."raised",
            "t36"."points",
            "t36"."band",
            "t26"."met_0",
            "t26"."sure_0",
            "t26"."met_1",
            "t26"."sure_1",
            "t26"."met_2",
            "t26"."sure_2",
            "t26"."met_3",
            "t26"."sure_3"
          FROM (
            SELECT
              "t34"."question",
              "t34"."subject",
              "t34"."as_of",
              "t34"."known_at",
              "t34"."base",
              "t34"."reached",
              "t34"."raised",
              "t34"."points",
              CASE
                WHEN "t34"."points" >= 28000
                THEN 1
                WHEN "t34"."points" >= 14000
                THEN 2
                WHEN "t34"."points" >= 0
                THEN 3
                ELSE 0
              END AS "band"
            FROM (
              SELECT
                "t33"."question",
                "t33"."subject",
                "t33"."as_of",
                "t33"."known_at",
                0 AS "base",
                0 + COALESCE("t33"."earned", 0) AS "reached",
                GREATEST(0 + COALESCE("t33"."earned", 0), 0) AS "raised",
                GREATEST(0 + COALESCE("t33"."earned", 0), 0) AS "points"
              FROM (
                SELECT
                  "t5"."question",
                  "t5"."subject",
                  "t5"."as_of",
                  "t5"."known_at",
                  "t6"."public_since",
                  "t6"."opens_0",
                  "t32"."earned"
                FROM "questions" AS "t5"
                INNER JOIN "days" AS "t6"
                  ON "t5"."as_of" = "t6"."as_of"
                LEFT OUTER JOIN (
                  SELECT
                    "t30"."question",
                    SUM("t30"."points") AS "earned"
                  FROM (
                    SELECT
                      "t29"."question",
                      "t29"."slot",
                      "t29"."points"
                    FROM (
                      SELECT
                        "t28"."question",
                        "t28"."number",
                        "t28"."record",
                        "t28"."happened",
                        "t28"."ends",
                        "t28"."leaves",
                        "t28"."points",
                        "t28"."why",
                        -1 AS "slot"
                      FROM (
                        SELECT
                          "t27"."question",
                          "t27"."number",
                          "t27"."record",
                          "t27"."happened",
                          "t27"."ends",
                          "t27"."leaves",
                          "t27"."points",
                          "t27"."why"
                        FROM (
                          SELECT
                            "t24"."question",
                            "t24"."number",
                            "t24"."record",
                            "t24"."document",
                            "t24"."happened",
                            "t24"."ends",
                            "t24"."leaves",
                            "t24"."known",
                            "t24"."worth",
                            "t24"."doubted",
                            "t24"."early",
                            "t24"."favour",
                            "t24"."out",
                            "t24"."event",
                            "t24"."rank",
                            "t24"."place",
                            "t24"."sure_before",
                            "t24"."out_before",
                            CASE
                              WHEN NOT (
                                "t24"."out"
                              )
                              AND (
                                "t24"."place" = 0
                              )
                              AND (
                                (
                                  "t24"."out_before" IS NULL
                                ) OR (
                                  "t24"."out_before" <= "t24"."favour"
                                )
                              )
                              THEN "t24"."worth"
                              ELSE 0
                            END AS "points",
                            CASE
                              WHEN NOT (
                                "t24"."out"
                              )
                              AND (
                                "t24"."place" = 0
                              )
                              AND (
                                (
                                  "t24"."out_before" IS NULL
                                ) OR (
                                  "t24"."out_before" <= "t24"."favour"
                                )
                              )
                              THEN ''
                              WHEN "t24"."out" AND (
                                COALESCE("t24"."sure_before", 0) = 0
                              )
                              THEN CASE WHEN "t24"."doubted" THEN 'in_doubt' ELSE 'before_public' END
                              ELSE 'later_one'
                            END AS "why"
                          FROM (
                            SELECT
                              "t22"."question",
                              "t22"."number",
                              "t22"."record",
                              "t22"."document",
                              "t22"."happened",
                              "t22"."ends",
                              "t22"."leaves",
                              "t22"."known",
                              "t22"."worth",
                              "t22"."doubted",
                              "t22"."early",
                              "t22"."favour",
                              "t22"."out",
                              "t22"."event",
                              "t22"."rank",
                              ROW_NUMBER() OVER (
                                PARTITION BY "t22"."question", "t22"."number", "t22"."event", "t22"."out"
                                ORDER BY "t22"."rank" DESC, "t22"."happened" DESC, "t22"."known" DESC, "t22"."record" DESC
                                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                              ) - 1 AS "place",
                              SUM(CASE WHEN NOT (
                                "t22"."out"
                              ) THEN 1 ELSE 0 END) OVER (
                                PARTITION BY "t22"."question", "t22"."number", "t22"."event"
                                ORDER BY "t22"."rank" DESC, "t22"."happened" DESC, "t22"."known" DESC, "t22"."record" DESC
                                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                              ) AS "sure_before",
                              MAX(CASE WHEN "t22"."out" THEN "t22"."favour" ELSE CAST(NULL AS BIGINT) END) OVER (
                                PARTITION BY "t22"."question", "t22"."number", "t22"."event"
                                ORDER BY "t22"."rank" DESC, "t22"."happened" DESC, "t22"."known" DESC, "t22"."record" DESC
                                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                              ) AS "out_before"
                            FROM (
                              SELECT
                                "t20"."question",
                                "t20"."number",
                                "t20"."record",
                                "t20"."document",
                                "t20"."happened",
                                "t20"."ends",
                                "t20"."leaves",
                                "t20"."known",
                                "t20"."worth",
                                "t20"."doubted",
                                "t20"."early",
                                -(
                                  "t20"."worth"
                                ) AS "favour",
                                (
                                  -(
                                    "t20"."worth"
                                  ) < 0
                                ) AND (
                                  "t20"."doubted" OR "t20"."early"
                                ) AS "out",
                                0 AS "event",
                                0 AS "rank"
                              FROM (
                                SELECT
                                  "t18"."question",
                                  "t18"."number",
                                  "t18"."record",
                                  "t18"."document",
                                  "t18"."happened",
                                  "t18"."ends",
                                  "t18"."leaves",
                                  "t18"."known",
                                  "t18"."worth",
                                  "t18"."doubted",
                                  "t18"."early"
                                FROM (
                                  SELECT
                                    *
                                  FROM (
                                    SELECT
                                      "t15"."subject",
                                      "t15"."record",
                                      "t15"."type",
                                      "t15"."document",
                                      "t15"."happened",
                                      "t15"."ends",
                                      "t15"."leaves",
                                      "t15"."severity",
                                      "t15"."kind",
                                      "t15"."adverse",
                                      "t15"."known",
                                      "t15"."retracts",
                                      "t15"."superseded",
                                      "t15"."doubt_from",
                                      "t15"."doubt_until",
                                      "t15"."replaced",
                                      "t15"."f_score",
                                      "t15"."f_letter",
                                      "t15"."question",
                                      "t15"."as_of",
                                      "t15"."known_at",
                                      "t15"."public_since",
                                      "t15"."opens_0",
                                      "t15"."number",
                                      CASE
                                        WHEN "t15"."number" = 0
                                        THEN CASE
                                          WHEN (
                                            "t15"."f_score" >= -1000000000000
                                          )
                                          AND (
                                            "t15"."f_score" <= 1000000000000
                                          )
                                          THEN "t15"."f_score" * 1000
                                          ELSE CAST(NULL AS BIGINT)
                                        END
                                        ELSE CAST(NULL AS BIGINT)
                                      END AS "worth",
                                      (
                                        "t15"."doubt_from" IS NOT NULL
                                      )
                                      AND (
                                        "t15"."doubt_from" <= "t15"."known_at"
                                      )
                                      AND (
                                        (
                                          "t15"."doubt_until" IS NULL
                                        ) OR (
                                          "t15"."known_at" < "t15"."doubt_until"
                                        )
                                      ) AS "doubted",
                                      (
                                        "t15"."public_since" IS NOT NULL
                                      )
                                      AND (
                                        "t15"."happened" < "t15"."public_since"
                                      ) AS "early"
                                    FROM (
                                      SELECT
                                        *
                                      FROM (
                                        SELECT
                                          "t7"."subject",
                                          "t7"."record",
                                          "t7"."type",
                                          "t7"."document",
                                          "t7"."happened",
                                          "t7"."ends",
                                          "t7"."leaves",
                                          "t7"."severity",
                                          "t7"."kind",
                                          "t7"."adverse",
                                          "t7"."known",
                                          "t7"."retracts",
                                          "t7"."superseded",
                                          "t7"."doubt_from",
                                          "t7"."doubt_until",
                                          "t7"."replaced",
                                          "t7"."f_score",
                                          "t7"."f_letter",
                                          "t11"."question",
                                          "t11"."as_of",
                                          "t11"."known_at",
                                          "t11"."public_since",
                                          "t11"."opens_0",
                                          "t9"."number"
                                        FROM "records" AS "t7"
                                        INNER JOIN (
                                          SELECT
                                            "t5"."question",
                                            "t5"."subject",
                                            "t5"."as_of",
                                            "t5"."known_at",
                                            "t6"."public_since",
                                            "t6"."opens_0"
                                          FROM "questions" AS "t5"
                                          INNER JOIN "days" AS "t6"
                                            ON "t5"."as_of" = "t6"."as_of"
                                        ) AS "t11"
                                          ON "t7"."subject" = "t11"."subject"
                                        INNER JOIN "factors" AS "t9"
                                          ON "t7"."type" = "t9"."type"
                                      ) AS "t13"
                                      WHERE
                                        "t13"."known" <= "t13"."known_at"
                                        AND (
                                          (
                                            "t13"."replaced" IS NULL
                                          ) OR (
                                            "t13"."known_at" < "t13"."replaced"
                                          )
                                        )
                                    ) AS "t15"
                                  ) AS "t17"
                                  WHERE
                                    NOT (
                                      "t17"."retracts"
                                    )
                                    AND (
                                      (
                                        "t17"."superseded" IS NULL
                                      ) OR (
                                        "t17"."known_at" < "t17"."superseded"
                                      )
                                    )
                                    AND "t17"."happened" <= "t17"."as_of"
                                    AND (
                                      (
                                        "t17"."leaves" IS NULL
                                      ) OR (
                                        "t17"."as_of" < "t17"."leaves"
                                      )
                                    )
                                    AND (
                                      (
                                        "t17"."ends" IS NULL
                                      ) OR (
                                        "t17"."as_of" < "t17"."ends"
                                      )
                                    )
                                    AND "t17"."happened" > "t17"."opens_0"
                                    AND "t17"."worth" IS NOT NULL
                                ) AS "t18"
                              ) AS "t20"
                            ) AS "t22"
                          ) AS "t24"
                        ) AS "t27"
                      ) AS "t28"
                    ) AS "t29"
                  ) AS "t30"
                  GROUP BY
                    1
                ) AS "t32"
                  ON "t5"."question" = "t32"."question"
              ) AS "t33"
            ) AS "t34"
          ) AS "t36"
          LEFT OUTER JOIN (
            SELECT
              "t23"."question",
              MAX(CASE WHEN (
                "t23"."number" = 0
              ) AND "t23"."met" THEN 1 ELSE 0 END) AS "met_0",
              MAX(CASE WHEN (
                "t23"."number" = 0
              ) AND "t23"."sure" THEN 1 ELSE 0 END) AS "sure_0",
              MAX(CASE WHEN (
                "t23"."number" = 1
              ) AND "t23"."met" THEN 1 ELSE 0 END) AS "met_1",
              MAX(CASE WHEN (
                "t23"."number" = 1
              ) AND "t23"."sure" THEN 1 ELSE 0 END) AS "sure_1",
              MAX(CASE WHEN (
                "t23"."number" = 2
              ) AND "t23"."met" THEN 1 ELSE 0 END) AS "met_2",
              MAX(CASE WHEN (
                "t23"."number" = 2
              ) AND "t23"."sure" THEN 1 ELSE 0 END) AS "sure_2",
              SUM(CASE WHEN (
                "t23"."number" = 3
              ) AND "t23"."met" THEN 1 ELSE 0 END) AS "met_3",
              SUM(CASE WHEN (
                "t23"."number" = 3
              ) AND "t23"."sure" THEN 1 ELSE 0 END) AS "sure_3"
            FROM (
              SELECT
                "t21"."question",
                "t21"."number",
                "t21"."record",
                "t21"."happened",
                "t21"."fits",
                "t21"."firm",
                "t21"."last_day",
                "t21"."last_firm_day",
                "t21"."only_latest",
                "t21"."fits"
                AND (
                  NOT (
                    "t21"."only_latest"
                  ) OR (
                    "t21"."happened" = "t21"."last_day"
                  )
                ) AS "met",
                "t21"."fits"
                AND "t21"."firm"
                AND (
                  NOT (
                    "t21"."only_latest"
                  )
                  OR COALESCE("t21"."happened" = "t21"."last_firm_day", FALSE)
                ) AS "sure"
              FROM (
                SELECT
                  "t19"."question",
                  "t19"."number",
                  "t19"."record",
                  "t19"."happened",
                  "t19"."fits",
                  "t19"."firm",
                  MAX("t19"."happened") OVER (
                    PARTITION BY "t19"."question", "t19"."number"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "last_day",
                  MAX(CASE WHEN "t19"."firm" THEN "t19"."happened" ELSE CAST(NULL AS DATE) END) OVER (
                    PARTITION BY "t19"."question", "t19"."number"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "last_firm_day",
                  CASE WHEN "t19"."number" IN (0, 1, 2) THEN TRUE ELSE FALSE END AS "only_latest"
                FROM (
                  SELECT
                    "t16"."question",
                    "t16"."number",
                    "t16"."record",
                    "t16"."happened",
                    CASE
                      WHEN "t16"."number" = 0
                      THEN TRUE AND COALESCE("t16"."f_letter" = 'pending', FALSE)
                      WHEN "t16"."number" = 1
                      THEN TRUE AND COALESCE("t16"."f_letter" = 'reopened', FALSE)
                      WHEN "t16"."number" = 2
                      THEN TRUE AND COALESCE("t16"."f_letter" = 'not_yet', FALSE)
                      ELSE TRUE
                    END AS "fits",
                    NOT (
                      (
                        (
                          "t16"."doubt_from" IS NOT NULL
                        )
                        AND (
                          "t16"."doubt_from" <= "t16"."known_at"
                        )
                        AND (
                          (
                            "t16"."doubt_until" IS NULL
                          ) OR (
                            "t16"."known_at" < "t16"."doubt_until"
                          )
                        )
                      )
                      OR (
                        (
                          "t16"."public_since" IS NOT NULL
                        )
                        AND (
                          "t16"."happened" < "t16"."public_since"
                        )
                      )
                    ) AS "firm"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t7"."subject",
                          "t7"."record",
                          "t7"."type",
                          "t7"."document",
                          "t7"."happened",
                          "t7"."ends",
                          "t7"."leaves",
                          "t7"."severity",
                          "t7"."kind",
                          "t7"."adverse",
                          "t7"."known",
                          "t7"."retracts",
                          "t7"."superseded",
                          "t7"."doubt_from",
                          "t7"."doubt_until",
                          "t7"."replaced",
                          "t7"."f_score",
                          "t7"."f_letter",
                          "t11"."question",
                          "t11"."as_of",
                          "t11"."known_at",
                          "t11"."public_since",
                          "t11"."opens_0",
                          "t8"."number"
                        FROM "records" AS "t7"
                        INNER JOIN (
                          SELECT
                            "t5"."question",
                            "t5"."subject",
                            "t5"."as_of",
                            "t5"."known_at",
                            "t6"."public_since",
                            "t6"."opens_0"
                          FROM "questions" AS "t5"
                          INNER JOIN "days" AS "t6"
                            ON "t5"."as_of" = "t6"."as_of"
                        ) AS "t11"
                          ON "t7"."subject" = "t11"."subject"
                        INNER JOIN "directs" AS "t8"
                          ON "t7"."type" = "t8"."type"
                      ) AS "t12"
                      WHERE
                        "t12"."known" <= "t12"."known_at"
                        AND (
                          (
                            "t12"."replaced" IS NULL
                          ) OR (
                            "t12"."known_at" < "t12"."replaced"
                          )
                        )
                    ) AS "t14"
                    WHERE
                      NOT (
                        "t14"."retracts"
                      )
                      AND (
                        (
                          "t14"."superseded" IS NULL
                        ) OR (
                          "t14"."known_at" < "t14"."superseded"
                        )
                      )
                      AND "t14"."happened" <= "t14"."as_of"
                      AND (
                        (
                          "t14"."leaves" IS NULL
                        ) OR (
                          "t14"."as_of" < "t14"."leaves"
                        )
                      )
                      AND (
                        (
                          "t14"."ends" IS NULL
                        ) OR (
                          "t14"."as_of" < "t14"."ends"
                        )
                      )
                      AND "t14"."happened" > "t14"."opens_0"
                  ) AS "t16"
                ) AS "t19"
              ) AS "t21"
            ) AS "t23"
            GROUP BY
              1
          ) AS "t26"
            ON "t36"."question" = "t26"."question"
        ) AS "t37"
      ) AS "t38"
    ) AS "t39"
  ) AS "t40"
) AS "t41"

-- contributions; fields: f_letter string, f_score int64
WITH "t15" AS (
  SELECT
    "t13"."subject",
    "t13"."record",
    "t13"."type",
    "t13"."document",
    "t13"."happened",
    "t13"."ends",
    "t13"."leaves",
    "t13"."severity",
    "t13"."kind",
    "t13"."adverse",
    "t13"."known",
    "t13"."retracts",
    "t13"."superseded",
    "t13"."doubt_from",
    "t13"."doubt_until",
    "t13"."replaced",
    "t13"."f_score",
    "t13"."f_letter",
    "t13"."question",
    "t13"."as_of",
    "t13"."known_at",
    "t13"."public_since",
    "t13"."opens_0",
    "t13"."number",
    CASE
      WHEN "t13"."number" = 0
      THEN CASE
        WHEN (
          "t13"."f_score" >= -1000000000000
        )
        AND (
          "t13"."f_score" <= 1000000000000
        )
        THEN "t13"."f_score" * 1000
        ELSE CAST(NULL AS BIGINT)
      END
      ELSE CAST(NULL AS BIGINT)
    END AS "worth",
    (
      "t13"."doubt_from" IS NOT NULL
    )
    AND (
      "t13"."doubt_from" <= "t13"."known_at"
    )
    AND (
      (
        "t13"."doubt_until" IS NULL
      ) OR (
        "t13"."known_at" < "t13"."doubt_until"
      )
    ) AS "doubted",
    (
      "t13"."public_since" IS NOT NULL
    )
    AND (
      "t13"."happened" < "t13"."public_since"
    ) AS "early"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t4"."subject",
        "t4"."record",
        "t4"."type",
        "t4"."document",
        "t4"."happened",
        "t4"."ends",
        "t4"."leaves",
        "t4"."severity",
        "t4"."kind",
        "t4"."adverse",
        "t4"."known",
        "t4"."retracts",
        "t4"."superseded",
        "t4"."doubt_from",
        "t4"."doubt_until",
        "t4"."replaced",
        "t4"."f_score",
        "t4"."f_letter",
        "t9"."question",
        "t9"."as_of",
        "t9"."known_at",
        "t9"."public_since",
        "t9"."opens_0",
        "t7"."number"
      FROM "records" AS "t4"
      INNER JOIN (
        SELECT
          "t5"."question",
          "t5"."subject",
          "t5"."as_of",
          "t5"."known_at",
          "t6"."public_since",
          "t6"."opens_0"
        FROM "questions" AS "t5"
        INNER JOIN "days" AS "t6"
          ON "t5"."as_of" = "t6"."as_of"
      ) AS "t9"
        ON "t4"."subject" = "t9"."subject"
      INNER JOIN "factors" AS "t7"
        ON "t4"."type" = "t7"."type"
    ) AS "t11"
    WHERE
      "t11"."known" <= "t11"."known_at"
      AND (
        (
          "t11"."replaced" IS NULL
        ) OR (
          "t11"."known_at" < "t11"."replaced"
        )
      )
  ) AS "t13"
), "t25" AS (
  SELECT
    "t24"."question",
    "t24"."number",
    "t24"."record",
    "t24"."happened",
    "t24"."ends",
    "t24"."leaves",
    "t24"."points",
    "t24"."why"
  FROM (
    SELECT
      "t22"."question",
      "t22"."number",
      "t22"."record",
      "t22"."document",
      "t22"."happened",
      "t22"."ends",
      "t22"."leaves",
      "t22"."known",
      "t22"."worth",
      "t22"."doubted",
      "t22"."early",
      "t22"."favour",
      "t22"."out",
      "t22"."event",
      "t22"."rank",
      "t22"."place",
      "t22"."sure_before",
      "t22"."out_before",
      CASE
        WHEN NOT (
          "t22"."out"
        )
        AND (
          "t22"."place" = 0
        )
        AND (
          (
            "t22"."out_before" IS NULL
          ) OR (
            "t22"."out_before" <= "t22"."favour"
          )
        )
        THEN "t22"."worth"
        ELSE 0
      END AS "points",
      CASE
        WHEN NOT (
          "t22"."out"
        )
        AND (
          "t22"."place" = 0
        )
        AND (
          (
            "t22"."out_before" IS NULL
          ) OR (
            "t22"."out_before" <= "t22"."favour"
          )
        )
        THEN ''
        WHEN "t22"."out" AND (
          COALESCE("t22"."sure_before", 0) = 0
        )
        THEN CASE WHEN "t22"."doubted" THEN 'in_doubt' ELSE 'before_public' END
        ELSE 'later_one'
      END AS "why"
    FROM (
      SELECT
        "t20"."question",
        "t20"."number",
        "t20"."record",
        "t20"."document",
        "t20"."happened",
        "t20"."ends",
        "t20"."leaves",
        "t20"."known",
        "t20"."worth",
        "t20"."doubted",
        "t20"."early",
        "t20"."favour",
        "t20"."out",
        "t20"."event",
        "t20"."rank",
        ROW_NUMBER() OVER (
          PARTITION BY "t20"."question", "t20"."number", "t20"."event", "t20"."out"
          ORDER BY "t20"."rank" DESC, "t20"."happened" DESC, "t20"."known" DESC, "t20"."record" DESC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "place",
        SUM(CASE WHEN NOT (
          "t20"."out"
        ) THEN 1 ELSE 0 END) OVER (
          PARTITION BY "t20"."question", "t20"."number", "t20"."event"
          ORDER BY "t20"."rank" DESC, "t20"."happened" DESC, "t20"."known" DESC, "t20"."record" DESC
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
        ) AS "sure_before",
        MAX(CASE WHEN "t20"."out" THEN "t20"."favour" ELSE CAST(NULL AS BIGINT) END) OVER (
          PARTITION BY "t20"."question", "t20"."number", "t20"."event"
          ORDER BY "t20"."rank" DESC, "t20"."happened" DESC, "t20"."known" DESC, "t20"."record" DESC
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
        ) AS "out_before"
      FROM (
        SELECT
          "t19"."question",
          "t19"."number",
          "t19"."record",
          "t19"."document",
          "t19"."happened",
          "t19"."ends",
          "t19"."leaves",
          "t19"."known",
          "t19"."worth",
          "t19"."doubted",
          "t19"."early",
          -(
            "t19"."worth"
          ) AS "favour",
          (
            -(
              "t19"."worth"
            ) < 0
          ) AND (
            "t19"."doubted" OR "t19"."early"
          ) AS "out",
          0 AS "event",
          0 AS "rank"
        FROM (
          SELECT
            "t18"."question",
            "t18"."number",
            "t18"."record",
            "t18"."document",
            "t18"."happened",
            "t18"."ends",
            "t18"."leaves",
            "t18"."known",
            "t18"."worth",
            "t18"."doubted",
            "t18"."early"
          FROM (
            SELECT
              *
            FROM "t15" AS "t16"
            WHERE
              NOT (
                "t16"."retracts"
              )
              AND (
                (
                  "t16"."superseded" IS NULL
                ) OR (
                  "t16"."known_at" < "t16"."superseded"
                )
              )
              AND "t16"."happened" <= "t16"."as_of"
              AND (
                (
                  "t16"."leaves" IS NULL
                ) OR (
                  "t16"."as_of" < "t16"."leaves"
                )
              )
              AND (
                (
                  "t16"."ends" IS NULL
                ) OR (
                  "t16"."as_of" < "t16"."ends"
                )
              )
              AND "t16"."happened" > "t16"."opens_0"
              AND "t16"."worth" IS NOT NULL
          ) AS "t18"
        ) AS "t19"
      ) AS "t20"
    ) AS "t22"
  ) AS "t24"
), "t34" AS (
  SELECT
    "t33"."question",
    "t33"."subject",
    "t33"."as_of",
    "t33"."known_at",
    0 AS "base",
    0 + COALESCE("t33"."earned", 0) AS "reached",
    GREATEST(0 + COALESCE("t33"."earned", 0), 0) AS "raised",
    GREATEST(0 + COALESCE("t33"."earned", 0), 0) AS "points"
  FROM (
    SELECT
      "t5"."question",
      "t5"."subject",
      "t5"."as_of",
      "t5"."known_at",
      "t6"."public_since",
      "t6"."opens_0",
      "t32"."earned"
    FROM "questions" AS "t5"
    INNER JOIN "days" AS "t6"
      ON "t5"."as_of" = "t6"."as_of"
    LEFT OUTER JOIN (
      SELECT
        "t30"."question",
        SUM("t30"."points") AS "earned"
      FROM (
        SELECT
          "t28"."question",
          "t28"."slot",
          "t28"."points"
        FROM (
          SELECT
            "t26"."question",
            "t26"."number",
            "t26"."record",
            "t26"."happened",
            "t26"."ends",
            "t26"."leaves",
            "t26"."points",
            "t26"."why",
            -1 AS "slot"
          FROM "t25" AS "t26"
        ) AS "t28"
      ) AS "t30"
      GROUP BY
        1
    ) AS "t32"
      ON "t5"."question" = "t32"."question"
  ) AS "t33"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t35"."question",
          CAST(NULL AS BIGINT) AS "number",
          'base' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t35"."base" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM "t34" AS "t35"
      ) AS "t36"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t37"."question",
          CAST(NULL AS BIGINT) AS "number",
          'floor' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t37"."raised" - "t37"."reached" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM (
          SELECT
            *
          FROM "t34" AS "t35"
          WHERE
            "t35"."raised" <> "t35"."reached"
        ) AS "t37"
      ) AS "t39"
    ) AS "t41"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t38"."question",
          CAST(NULL AS BIGINT) AS "number",
          'ceiling' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t38"."points" - "t38"."raised" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM (
          SELECT
            *
          FROM "t34" AS "t35"
          WHERE
            "t35"."points" <> "t35"."raised"
        ) AS "t38"
      ) AS "t40"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t21"."question",
            "t21"."number",
            'points' AS "step",
            "t21"."record",
            "t21"."happened",
            "t21"."ends",
            "t21"."leaves",
            0 AS "points",
            CASE
              WHEN NOT (
                COALESCE(NOT (
                  "t21"."retracts"
                ), FALSE)
              )
              THEN 'retracts'
              WHEN NOT (
                COALESCE(
                  (
                    "t21"."superseded" IS NULL
                  ) OR (
                    "t21"."known_at" < "t21"."superseded"
                  ),
                  FALSE
                )
              )
              THEN 'superseded'
              WHEN NOT (
                COALESCE("t21"."happened" <= "t21"."as_of", FALSE)
              )
              THEN 'not_yet'
              WHEN NOT (
                COALESCE((
                  "t21"."leaves" IS NULL
                ) OR (
                  "t21"."as_of" < "t21"."leaves"
                ), FALSE)
              )
              THEN 'retention_over'
              WHEN NOT (
                COALESCE((
                  "t21"."ends" IS NULL
                ) OR (
                  "t21"."as_of" < "t21"."ends"
                ), FALSE)
              )
              THEN 'validity_over'
              WHEN NOT (
                COALESCE("t21"."happened" > "t21"."opens_0", FALSE)
              )
              THEN 'outside_window'
              WHEN NOT (
                COALESCE("t21"."worth" IS NOT NULL, FALSE)
              )
              THEN 'condition'
              ELSE ''
            END AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t15" AS "t16"
            WHERE
              NOT (
                COALESCE(
                  NOT (
                    "t16"."retracts"
                  )
                  AND (
                    (
                      "t16"."superseded" IS NULL
                    ) OR (
                      "t16"."known_at" < "t16"."superseded"
                    )
                  )
                  AND (
                    "t16"."happened" <= "t16"."as_of"
                  )
                  AND (
                    (
                      "t16"."leaves" IS NULL
                    ) OR (
                      "t16"."as_of" < "t16"."leaves"
                    )
                  )
                  AND (
                    (
                      "t16"."ends" IS NULL
                    ) OR (
                      "t16"."as_of" < "t16"."ends"
                    )
                  )
                  AND (
                    "t16"."happened" > "t16"."opens_0"
                  )
                  AND (
                    "t16"."worth" IS NOT NULL
                  ),
                  FALSE
                )
              )
          ) AS "t21"
        ) AS "t23"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t26"."question",
            "t26"."number",
            'points' AS "step",
            "t26"."record",
            "t26"."happened",
            "t26"."ends",
            "t26"."leaves",
            "t26"."points",
            "t26"."why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM "t25" AS "t26"
        ) AS "t27"
      ) AS "t29"
    ) AS "t42"
  ) AS "t43"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t14"."question",
      CAST(NULL AS BIGINT) AS "number",
      'points' AS "step",
      "t14"."record",
      "t14"."happened",
      "t14"."ends",
      "t14"."leaves",
      0 AS "points",
      CASE
        WHEN NOT (
          COALESCE(NOT (
            "t14"."retracts"
          ), FALSE)
        )
        THEN 'retracts'
        WHEN NOT (
          COALESCE(
            (
              "t14"."superseded" IS NULL
            ) OR (
              "t14"."known_at" < "t14"."superseded"
            ),
            FALSE
          )
        )
        THEN 'superseded'
        ELSE 'no_factor'
      END AS "why",
      CAST(NULL AS BIGINT) AS "year",
      CAST(NULL AS DATE) AS "since",
      CAST(NULL AS BIGINT) AS "times",
      CAST(NULL AS BIGINT) AS "over"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t4"."subject",
            "t4"."record",
            "t4"."type",
            "t4"."document",
            "t4"."happened",
            "t4"."ends",
            "t4"."leaves",
            "t4"."severity",
            "t4"."kind",
            "t4"."adverse",
            "t4"."known",
            "t4"."retracts",
            "t4"."superseded",
            "t4"."doubt_from",
            "t4"."doubt_until",
            "t4"."replaced",
            "t4"."f_score",
            "t4"."f_letter",
            "t9"."question",
            "t9"."as_of",
            "t9"."known_at",
            "t9"."public_since",
            "t9"."opens_0"
          FROM "records" AS "t4"
          INNER JOIN (
            SELECT
              "t5"."question",
              "t5"."subject",
              "t5"."as_of",
              "t5"."known_at",
              "t6"."public_since",
              "t6"."opens_0"
            FROM "questions" AS "t5"
            INNER JOIN "days" AS "t6"
              ON "t5"."as_of" = "t6"."as_of"
          ) AS "t9"
            ON "t4"."subject" = "t9"."subject"
        ) AS "t10"
        WHERE
          "t10"."known" <= "t10"."known_at"
          AND (
            (
              "t10"."replaced" IS NULL
            ) OR (
              "t10"."known_at" < "t10"."replaced"
            )
          )
      ) AS "t12"
      WHERE
        NOT (
          "t12"."type" IN ('restaurant_graded_inspection')
        )
    ) AS "t14"
  ) AS "t17"
) AS "t44"

-- directly; fields: f_letter string, f_score int64
SELECT
  "t16"."question",
  "t16"."number",
  "t16"."record",
  "t16"."happened"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t14"."question",
      "t14"."number",
      "t14"."record",
      "t14"."happened",
      "t14"."fits",
      "t14"."firm",
      "t14"."last_day",
      "t14"."last_firm_day",
      "t14"."only_latest",
      "t14"."fits"
      AND (
        NOT (
          "t14"."only_latest"
        ) OR (
          "t14"."happened" = "t14"."last_day"
        )
      ) AS "met",
      "t14"."fits"
      AND "t14"."firm"
      AND (
        NOT (
          "t14"."only_latest"
        )
        OR COALESCE("t14"."happened" = "t14"."last_firm_day", FALSE)
      ) AS "sure"
    FROM (
      SELECT
        "t13"."question",
        "t13"."number",
        "t13"."record",
        "t13"."happened",
        "t13"."fits",
        "t13"."firm",
        MAX("t13"."happened") OVER (
          PARTITION BY "t13"."question", "t13"."number"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "last_day",
        MAX(CASE WHEN "t13"."firm" THEN "t13"."happened" ELSE CAST(NULL AS DATE) END) OVER (
          PARTITION BY "t13"."question", "t13"."number"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "last_firm_day",
        CASE WHEN "t13"."number" IN (0, 1, 2) THEN TRUE ELSE FALSE END AS "only_latest"
      FROM (
        SELECT
          "t12"."question",
          "t12"."number",
          "t12"."record",
          "t12"."happened",
          CASE
            WHEN "t12"."number" = 0
            THEN TRUE AND COALESCE("t12"."f_letter" = 'pending', FALSE)
            WHEN "t12"."number" = 1
            THEN TRUE AND COALESCE("t12"."f_letter" = 'reopened', FALSE)
            WHEN "t12"."number" = 2
            THEN TRUE AND COALESCE("t12"."f_letter" = 'not_yet', FALSE)
            ELSE TRUE
          END AS "fits",
          NOT (
            (
              (
                "t12"."doubt_from" IS NOT NULL
              )
              AND (
                "t12"."doubt_from" <= "t12"."known_at"
              )
              AND (
                (
                  "t12"."doubt_until" IS NULL
                ) OR (
                  "t12"."known_at" < "t12"."doubt_until"
                )
              )
            )
            OR (
              (
                "t12"."public_since" IS NOT NULL
              )
              AND (
                "t12"."happened" < "t12"."public_since"
              )
            )
          ) AS "firm"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t4"."subject",
                "t4"."record",
                "t4"."type",
                "t4"."document",
                "t4"."happened",
                "t4"."ends",
                "t4"."leaves",
                "t4"."severity",
                "t4"."kind",
                "t4"."adverse",
                "t4"."known",
                "t4"."retracts",
                "t4"."superseded",
                "t4"."doubt_from",
                "t4"."doubt_until",
                "t4"."replaced",
                "t4"."f_score",
                "t4"."f_letter",
                "t9"."question",
                "t9"."as_of",
                "t9"."known_at",
                "t9"."public_since",
                "t9"."opens_0",
                "t5"."number"
              FROM "records" AS "t4"
              INNER JOIN (
                SELECT
                  "t6"."question",
                  "t6"."subject",
                  "t6"."as_of",
                  "t6"."known_at",
                  "t7"."public_since",
                  "t7"."opens_0"
                FROM "questions" AS "t6"
                INNER JOIN "days" AS "t7"
                  ON "t6"."as_of" = "t7"."as_of"
              ) AS "t9"
                ON "t4"."subject" = "t9"."subject"
              INNER JOIN "directs" AS "t5"
                ON "t4"."type" = "t5"."type"
            ) AS "t10"
            WHERE
              "t10"."known" <= "t10"."known_at"
              AND (
                (
                  "t10"."replaced" IS NULL
                ) OR (
                  "t10"."known_at" < "t10"."replaced"
                )
              )
          ) AS "t11"
          WHERE
            NOT (
              "t11"."retracts"
            )
            AND (
              (
                "t11"."superseded" IS NULL
              ) OR (
                "t11"."known_at" < "t11"."superseded"
              )
            )
            AND "t11"."happened" <= "t11"."as_of"
            AND (
              (
                "t11"."leaves" IS NULL
              ) OR (
                "t11"."as_of" < "t11"."leaves"
              )
            )
            AND (
              (
                "t11"."ends" IS NULL
              ) OR (
                "t11"."as_of" < "t11"."ends"
              )
            )
            AND "t11"."happened" > "t11"."opens_0"
        ) AS "t12"
      ) AS "t13"
    ) AS "t14"
  ) AS "t15"
  WHERE
    "t15"."met" OR "t15"."sure"
) AS "t16"
