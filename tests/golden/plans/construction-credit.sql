-- standings; fields: f_points int64
SELECT
  "t40"."question",
  "t40"."subject",
  "t40"."as_of",
  "t40"."known_at",
  "t40"."points",
  "t40"."grade",
  "t40"."direct",
  "t40"."rank",
  "t40"."stage",
  "t40"."reduced_to",
  "t40"."ceiling"
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
    "t39"."firm",
    "t39"."firm_direct",
    "t39"."offer",
    "t39"."offered",
    "t39"."code",
    "t39"."direct",
    CASE
      WHEN "t39"."code" = 1
      THEN 'D'
      WHEN "t39"."code" = 2
      THEN 'C'
      WHEN "t39"."code" = 3
      THEN 'B'
      WHEN "t39"."code" = 4
      THEN 'A'
      WHEN "t39"."code" = 5
      THEN 'AA'
      ELSE CAST(NULL AS TEXT)
    END AS "grade",
    CAST(NULL AS BIGINT) AS "rank",
    CAST(NULL AS TEXT) AS "stage",
    CAST(NULL AS BIGINT) AS "reduced_to",
    CAST(NULL AS BIGINT) AS "ceiling"
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
      "t38"."firm",
      "t38"."firm_direct",
      "t38"."offer",
      "t38"."offered",
      CASE
        WHEN (
          "t38"."firm" > 0
        ) AND (
          "t38"."offer" > "t38"."firm"
        )
        THEN "t38"."offer"
        ELSE "t38"."firm"
      END AS "code",
      CASE
        WHEN (
          "t38"."firm" > 0
        ) AND (
          "t38"."offer" > "t38"."firm"
        )
        THEN "t38"."offered"
        ELSE "t38"."firm_direct"
      END AS "direct"
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
        "t37"."state_0",
        "t37"."state_1",
        CASE
          WHEN COALESCE("t37"."state_0", 0) = 2
          THEN 2
          WHEN COALESCE("t37"."state_1", 0) = 2
          THEN 1
          ELSE "t37"."band"
        END AS "firm",
        CASE
          WHEN COALESCE("t37"."state_0", 0) = 2
          THEN 0
          WHEN COALESCE("t37"."state_1", 0) = 2
          THEN 1
          ELSE CAST(NULL AS BIGINT)
        END AS "firm_direct",
        GREATEST(
          CASE WHEN COALESCE("t37"."state_0", 0) = 1 THEN 2 ELSE 0 END,
          CASE
            WHEN (
              COALESCE("t37"."state_1", 0) = 1
            )
            AND NOT (
              COALESCE("t37"."state_0", 0) = 2
            )
            THEN 1
            ELSE 0
          END
        ) AS "offer",
        CASE
          WHEN COALESCE("t37"."state_0", 0) = 1
          THEN 0
          WHEN (
            COALESCE("t37"."state_1", 0) = 1
          )
          AND NOT (
            COALESCE("t37"."state_0", 0) = 2
          )
          THEN 1
          ELSE CAST(NULL AS BIGINT)
        END AS "offered"
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
          CASE
            WHEN (
              COALESCE("t36"."met_0", 0) = 1
            ) AND (
              COALESCE("t36"."met_1", 0) < 2
            )
            THEN 1
            ELSE 0
          END + CASE
            WHEN (
              COALESCE("t36"."sure_0", 0) = 1
            ) AND (
              COALESCE("t36"."sure_1", 0) < 2
            )
            THEN 1
            ELSE 0
          END AS "state_0",
          CASE WHEN COALESCE("t36"."met_2", 0) = 1 THEN 1 ELSE 0 END + CASE WHEN COALESCE("t36"."sure_2", 0) = 1 THEN 1 ELSE 0 END AS "state_1"
        FROM (
          SELECT
            "t35"."question",
            "t35"."subject",
            "t35"."as_of",
            "t35"."known_at",
            "t35"."base",
            "t35"."reached",
            "t35"."raised",
            "t35"."points",
            "t35"."band",
            "t23"."met_0",
            "t23"."sure_0",
            "t23"."met_1",
            "t23"."sure_1",
            "t23"."met_2",
            "t23"."sure_2"
          FROM (
            SELECT
              "t33"."question",
              "t33"."subject",
              "t33"."as_of",
              "t33"."known_at",
              "t33"."base",
              "t33"."reached",
              "t33"."raised",
              "t33"."points",
              CASE
                WHEN "t33"."points" >= 95000
                THEN 5
                WHEN "t33"."points" >= 85000
                THEN 4
                WHEN "t33"."points" >= 75000
                THEN 3
                WHEN "t33"."points" >= 60000
                THEN 2
                WHEN "t33"."points" >= 0
                THEN 1
                ELSE 0
              END AS "band"
            FROM (
              SELECT
                "t32"."question",
                "t32"."subject",
                "t32"."as_of",
                "t32"."known_at",
                0 AS "base",
                0 + COALESCE("t32"."earned", 0) AS "reached",
                GREATEST(0 + COALESCE("t32"."earned", 0), 0) AS "raised",
                LEAST(GREATEST(0 + COALESCE("t32"."earned", 0), 0), 100000) AS "points"
              FROM (
                SELECT
                  "t5"."question",
                  "t5"."subject",
                  "t5"."as_of",
                  "t5"."known_at",
                  "t6"."public_since",
                  "t6"."opens_0",
                  "t6"."opens_1",
                  "t31"."earned"
                FROM "questions" AS "t5"
                INNER JOIN "days" AS "t6"
                  ON "t5"."as_of" = "t6"."as_of"
                LEFT OUTER JOIN (
                  SELECT
                    "t29"."question",
                    SUM("t29"."points") AS "earned"
                  FROM (
                    SELECT
                      "t28"."question",
                      "t28"."slot",
                      "t28"."points"
                    FROM (
                      SELECT
                        "t27"."question",
                        "t27"."number",
                        "t27"."record",
                        "t27"."happened",
                        "t27"."ends",
                        "t27"."leaves",
                        "t27"."points",
                        "t27"."why",
                        -1 AS "slot"
                      FROM (
                        SELECT
                          "t26"."question",
                          "t26"."number",
                          "t26"."record",
                          "t26"."happened",
                          "t26"."ends",
                          "t26"."leaves",
                          "t26"."points",
                          "t26"."why"
                        FROM (
                          SELECT
                            "t25"."question",
                            "t25"."number",
                            "t25"."record",
                            "t25"."document",
                            "t25"."happened",
                            "t25"."ends",
                            "t25"."leaves",
                            "t25"."known",
                            "t25"."worth",
                            "t25"."doubted",
                            "t25"."early",
                            "t25"."favour",
                            "t25"."out",
                            "t25"."event",
                            "t25"."rank",
                            "t25"."place",
                            "t25"."sure_before",
                            "t25"."out_before",
                            CASE
                              WHEN NOT (
                                "t25"."out"
                              )
                              AND (
                                "t25"."place" = 0
                              )
                              AND (
                                (
                                  "t25"."out_before" IS NULL
                                ) OR (
                                  "t25"."out_before" <= "t25"."favour"
                                )
                              )
                              THEN "t25"."worth"
                              ELSE 0
                            END AS "points",
                            CASE
                              WHEN NOT (
                                "t25"."out"
                              )
                              AND (
                                "t25"."place" = 0
                              )
                              AND (
                                (
                                  "t25"."out_before" IS NULL
                                ) OR (
                                  "t25"."out_before" <= "t25"."favour"
                                )
                              )
                              THEN ''
                              WHEN "t25"."out" AND (
                                COALESCE("t25"."sure_before", 0) = 0
                              )
                              THEN CASE WHEN "t25"."doubted" THEN 'in_doubt' ELSE 'before_public' END
                              ELSE 'later_one'
                            END AS "why"
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
                              ROW_NUMBER() OVER (
                                PARTITION BY "t24"."question", "t24"."number", "t24"."event", "t24"."out"
                                ORDER BY "t24"."rank" DESC, "t24"."happened" DESC, "t24"."known" DESC, "t24"."record" DESC
                                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                              ) - 1 AS "place",
                              SUM(CASE WHEN NOT (
                                "t24"."out"
                              ) THEN 1 ELSE 0 END) OVER (
                                PARTITION BY "t24"."question", "t24"."number", "t24"."event"
                                ORDER BY "t24"."rank" DESC, "t24"."happened" DESC, "t24"."known" DESC, "t24"."record" DESC
                                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                              ) AS "sure_before",
                              MAX(CASE WHEN "t24"."out" THEN "t24"."favour" ELSE CAST(NULL AS BIGINT) END) OVER (
                                PARTITION BY "t24"."question", "t24"."number", "t24"."event"
                                ORDER BY "t24"."rank" DESC, "t24"."happened" DESC, "t24"."known" DESC, "t24"."record" DESC
                                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                              ) AS "out_before"
                            FROM (
                              SELECT
                                "t21"."question",
                                "t21"."number",
                                "t21"."record",
                                "t21"."document",
                                "t21"."happened",
                                "t21"."ends",
                                "t21"."leaves",
                                "t21"."known",
                                "t21"."worth",
                                "t21"."doubted",
                                "t21"."early",
                                "t21"."worth" AS "favour",
                                (
                                  "t21"."worth" < 0
                                ) AND (
                                  "t21"."doubted" OR "t21"."early"
                                ) AS "out",
                                0 AS "event",
                                0 AS "rank"
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
                                  "t20"."early"
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
                                      "t15"."f_points",
                                      "t15"."question",
                                      "t15"."as_of",
                                      "t15"."known_at",
                                      "t15"."public_since",
                                      "t15"."opens_0",
                                      "t15"."opens_1",
                                      "t15"."number",
                                      CASE
                                        WHEN "t15"."number" = 0
                                        THEN CASE
                                          WHEN (
                                            "t15"."f_points" >= -1000000000000000
                                          )
                                          AND (
                                            "t15"."f_points" <= 1000000000000000
                                          )
                                          THEN (
                                            1000 * DIVIDE("t15"."f_points", 1000)
                                          ) + (
                                            DIVIDE(1000 * (
                                              "t15"."f_points" % 1000
                                            ), 1000) + CASE
                                              WHEN (
                                                (
                                                  1000 * (
                                                    "t15"."f_points" % 1000
                                                  )
                                                ) % 1000
                                              ) > 0
                                              THEN 1
                                              ELSE 0
                                            END
                                          )
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
                                          "t7"."f_points",
                                          "t11"."question",
                                          "t11"."as_of",
                                          "t11"."known_at",
                                          "t11"."public_since",
                                          "t11"."opens_0",
                                          "t11"."opens_1",
                                          "t9"."number"
                                        FROM "records" AS "t7"
                                        INNER JOIN (
                                          SELECT
                                            "t5"."question",
                                            "t5"."subject",
                                            "t5"."as_of",
                                            "t5"."known_at",
                                            "t6"."public_since",
                                            "t6"."opens_0",
                                            "t6"."opens_1"
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
                                  ) AS "t18"
                                  WHERE
                                    NOT (
                                      "t18"."retracts"
                                    )
                                    AND (
                                      (
                                        "t18"."superseded" IS NULL
                                      ) OR (
                                        "t18"."known_at" < "t18"."superseded"
                                      )
                                    )
                                    AND "t18"."happened" <= "t18"."as_of"
                                    AND (
                                      (
                                        "t18"."leaves" IS NULL
                                      ) OR (
                                        "t18"."as_of" < "t18"."leaves"
                                      )
                                    )
                                    AND (
                                      (
                                        "t18"."ends" IS NULL
                                      ) OR (
                                        "t18"."as_of" < "t18"."ends"
                                      )
                                    )
                                    AND "t18"."happened" > "t18"."opens_0"
                                    AND "t18"."worth" IS NOT NULL
                                ) AS "t20"
                              ) AS "t21"
                            ) AS "t24"
                          ) AS "t25"
                        ) AS "t26"
                      ) AS "t27"
                    ) AS "t28"
                  ) AS "t29"
                  GROUP BY
                    1
                ) AS "t31"
                  ON "t5"."question" = "t31"."question"
              ) AS "t32"
            ) AS "t33"
          ) AS "t35"
          LEFT OUTER JOIN (
            SELECT
              "t19"."question",
              MAX(CASE WHEN (
                "t19"."number" = 0
              ) AND "t19"."met" THEN 1 ELSE 0 END) AS "met_0",
              MAX(CASE WHEN (
                "t19"."number" = 0
              ) AND "t19"."sure" THEN 1 ELSE 0 END) AS "sure_0",
              SUM(CASE WHEN (
                "t19"."number" = 1
              ) AND "t19"."met" THEN 1 ELSE 0 END) AS "met_1",
              SUM(CASE WHEN (
                "t19"."number" = 1
              ) AND "t19"."sure" THEN 1 ELSE 0 END) AS "sure_1",
              MAX(CASE WHEN (
                "t19"."number" = 2
              ) AND "t19"."met" THEN 1 ELSE 0 END) AS "met_2",
              MAX(CASE WHEN (
                "t19"."number" = 2
              ) AND "t19"."sure" THEN 1 ELSE 0 END) AS "sure_2"
            FROM (
              SELECT
                "t17"."question",
                "t17"."number",
                "t17"."record",
                "t17"."happened",
                "t17"."fits",
                "t17"."firm",
                "t17"."fits" AS "met",
                "t17"."fits" AND "t17"."firm" AS "sure"
              FROM (
                SELECT
                  "t16"."question",
                  "t16"."number",
                  "t16"."record",
                  "t16"."happened",
                  TRUE AS "fits",
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
                        "t7"."f_points",
                        "t11"."question",
                        "t11"."as_of",
                        "t11"."known_at",
                        "t11"."public_since",
                        "t11"."opens_0",
                        "t11"."opens_1",
                        "t8"."number"
                      FROM "records" AS "t7"
                      INNER JOIN (
                        SELECT
                          "t5"."question",
                          "t5"."subject",
                          "t5"."as_of",
                          "t5"."known_at",
                          "t6"."public_since",
                          "t6"."opens_0",
                          "t6"."opens_1"
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
                    AND "t14"."happened" > "t14"."opens_1"
                ) AS "t16"
              ) AS "t17"
            ) AS "t19"
            GROUP BY
              1
          ) AS "t23"
            ON "t35"."question" = "t23"."question"
        ) AS "t36"
      ) AS "t37"
    ) AS "t38"
  ) AS "t39"
) AS "t40"

-- contributions; fields: f_points int64
WITH "t16" AS (
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
    "t13"."f_points",
    "t13"."question",
    "t13"."as_of",
    "t13"."known_at",
    "t13"."public_since",
    "t13"."opens_0",
    "t13"."opens_1",
    "t13"."number",
    CASE
      WHEN "t13"."number" = 0
      THEN CASE
        WHEN (
          "t13"."f_points" >= -1000000000000000
        )
        AND (
          "t13"."f_points" <= 1000000000000000
        )
        THEN (
          1000 * DIVIDE("t13"."f_points", 1000)
        ) + (
          DIVIDE(1000 * (
            "t13"."f_points" % 1000
          ), 1000) + CASE
            WHEN (
              (
                1000 * (
                  "t13"."f_points" % 1000
                )
              ) % 1000
            ) > 0
            THEN 1
            ELSE 0
          END
        )
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
        "t4"."f_points",
        "t9"."question",
        "t9"."as_of",
        "t9"."known_at",
        "t9"."public_since",
        "t9"."opens_0",
        "t9"."opens_1",
        "t7"."number"
      FROM "records" AS "t4"
      INNER JOIN (
        SELECT
          "t5"."question",
          "t5"."subject",
          "t5"."as_of",
          "t5"."known_at",
          "t6"."public_since",
          "t6"."opens_0",
          "t6"."opens_1"
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
          "t19"."worth" AS "favour",
          (
            "t19"."worth" < 0
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
            FROM "t16" AS "t17"
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
    LEAST(GREATEST(0 + COALESCE("t33"."earned", 0), 0), 100000) AS "points"
  FROM (
    SELECT
      "t5"."question",
      "t5"."subject",
      "t5"."as_of",
      "t5"."known_at",
      "t6"."public_since",
      "t6"."opens_0",
      "t6"."opens_1",
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
            FROM "t16" AS "t17"
            WHERE
              NOT (
                COALESCE(
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
                  AND (
                    "t17"."happened" <= "t17"."as_of"
                  )
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
                  AND (
                    "t17"."happened" > "t17"."opens_0"
                  )
                  AND (
                    "t17"."worth" IS NOT NULL
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
            "t4"."f_points",
            "t9"."question",
            "t9"."as_of",
            "t9"."known_at",
            "t9"."public_since",
            "t9"."opens_0",
            "t9"."opens_1"
          FROM "records" AS "t4"
          INNER JOIN (
            SELECT
              "t5"."question",
              "t5"."subject",
              "t5"."as_of",
              "t5"."known_at",
              "t6"."public_since",
              "t6"."opens_0",
              "t6"."opens_1"
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
          "t12"."type" IN ('highway_credit_rating')
        )
    ) AS "t14"
  ) AS "t15"
) AS "t44"

-- directly; fields: f_points int64
SELECT
  "t15"."question",
  "t15"."number",
  "t15"."record",
  "t15"."happened"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t13"."question",
      "t13"."number",
      "t13"."record",
      "t13"."happened",
      "t13"."fits",
      "t13"."firm",
      "t13"."fits" AS "met",
      "t13"."fits" AND "t13"."firm" AS "sure"
    FROM (
      SELECT
        "t12"."question",
        "t12"."number",
        "t12"."record",
        "t12"."happened",
        TRUE AS "fits",
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
              "t4"."f_points",
              "t9"."question",
              "t9"."as_of",
              "t9"."known_at",
              "t9"."public_since",
              "t9"."opens_0",
              "t9"."opens_1",
              "t5"."number"
            FROM "records" AS "t4"
            INNER JOIN (
              SELECT
                "t6"."question",
                "t6"."subject",
                "t6"."as_of",
                "t6"."known_at",
                "t7"."public_since",
                "t7"."opens_0",
                "t7"."opens_1"
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
          AND "t11"."happened" > "t11"."opens_1"
      ) AS "t12"
    ) AS "t13"
  ) AS "t14"
  WHERE
    "t14"."met" OR "t14"."sure"
) AS "t15"
