-- standings; fields: f_cut int64, f_days_to_hand_in int64, f_final date, f_measure string, f_points int64, f_points_then int64
WITH "t22" AS (
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
    "t21"."day"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t16"."subject",
        "t16"."record",
        "t16"."type",
        "t16"."document",
        "t16"."happened",
        "t16"."ends",
        "t16"."leaves",
        "t16"."severity",
        "t16"."kind",
        "t16"."adverse",
        "t16"."known",
        "t16"."retracts",
        "t16"."superseded",
        "t16"."doubt_from",
        "t16"."doubt_until",
        "t16"."replaced",
        "t16"."f_points",
        "t16"."f_final",
        "t16"."f_cut",
        "t16"."f_measure",
        "t16"."f_points_then",
        "t16"."f_days_to_hand_in",
        "t16"."question",
        "t16"."as_of",
        "t16"."known_at",
        "t16"."public_since",
        "t16"."opens_0",
        "t16"."opens_1",
        "t16"."opens_2",
        "t16"."opens_3",
        "t16"."number",
        "t16"."day",
        CASE
          WHEN "t16"."number" IN (0, 1, 2, 3, 4, 5)
          THEN CASE
            WHEN (
              "t16"."f_points" >= -1000000000000
            )
            AND (
              "t16"."f_points" <= 1000000000000
            )
            THEN "t16"."f_points" * 1000
            ELSE CAST(NULL AS BIGINT)
          END
          WHEN "t16"."number" = 6
          THEN -1000
          WHEN "t16"."number" = 7
          THEN CASE
            WHEN (
              "t16"."f_cut" >= -1000000000000
            ) AND (
              "t16"."f_cut" <= 1000000000000
            )
            THEN "t16"."f_cut" * -1000
            ELSE CAST(NULL AS BIGINT)
          END
          ELSE CAST(NULL AS BIGINT)
        END AS "worth",
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
        ) AS "doubted",
        (
          "t16"."public_since" IS NOT NULL
        )
        AND (
          "t16"."happened" < "t16"."public_since"
        ) AS "early"
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
          "t15"."f_final",
          "t15"."f_cut",
          "t15"."f_measure",
          "t15"."f_points_then",
          "t15"."f_days_to_hand_in",
          "t15"."question",
          "t15"."as_of",
          "t15"."known_at",
          "t15"."public_since",
          "t15"."opens_0",
          "t15"."opens_1",
          "t15"."opens_2",
          "t15"."opens_3",
          "t15"."number",
          CASE WHEN "t15"."number" IN (0, 1, 2) THEN "t15"."f_final" ELSE "t15"."happened" END AS "day"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t6"."subject",
              "t6"."record",
              "t6"."type",
              "t6"."document",
              "t6"."happened",
              "t6"."ends",
              "t6"."leaves",
              "t6"."severity",
              "t6"."kind",
              "t6"."adverse",
              "t6"."known",
              "t6"."retracts",
              "t6"."superseded",
              "t6"."doubt_from",
              "t6"."doubt_until",
              "t6"."replaced",
              "t6"."f_points",
              "t6"."f_final",
              "t6"."f_cut",
              "t6"."f_measure",
              "t6"."f_points_then",
              "t6"."f_days_to_hand_in",
              "t11"."question",
              "t11"."as_of",
              "t11"."known_at",
              "t11"."public_since",
              "t11"."opens_0",
              "t11"."opens_1",
              "t11"."opens_2",
              "t11"."opens_3",
              "t7"."number"
            FROM "records" AS "t6"
            INNER JOIN (
              SELECT
                "t4"."question",
                "t4"."subject",
                "t4"."as_of",
                "t4"."known_at",
                "t5"."public_since",
                "t5"."opens_0",
                "t5"."opens_1",
                "t5"."opens_2",
                "t5"."opens_3"
              FROM "questions" AS "t4"
              INNER JOIN "days" AS "t5"
                ON "t4"."as_of" = "t5"."as_of"
            ) AS "t11"
              ON "t6"."subject" = "t11"."subject"
            INNER JOIN "factors" AS "t7"
              ON "t6"."type" = "t7"."type"
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
      ) AS "t16"
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
      AND "t18"."day" IS NOT NULL
      AND COALESCE("t18"."day" <= "t18"."as_of", FALSE)
      AND CASE
        WHEN "t18"."number" = 0
        THEN "t18"."day" > "t18"."opens_0"
        WHEN "t18"."number" IN (1, 6)
        THEN "t18"."day" > "t18"."opens_1"
        WHEN "t18"."number" = 2
        THEN "t18"."day" > "t18"."opens_2"
        WHEN "t18"."number" IN (3, 4, 5)
        THEN "t18"."day" > "t18"."opens_3"
        ELSE TRUE
      END
      AND CASE
        WHEN "t18"."number" IN (3, 4, 5)
        THEN TRUE AND COALESCE("t18"."f_final" >= MAKE_DATE(2014, 5, 1), FALSE)
        WHEN "t18"."number" = 6
        THEN TRUE
        AND COALESCE("t18"."f_points_then" >= 1, FALSE)
        AND COALESCE("t18"."f_points_then" <= 5, FALSE)
        AND COALESCE("t18"."f_days_to_hand_in" <= 14, FALSE)
        WHEN "t18"."number" = 7
        THEN TRUE AND COALESCE("t18"."f_cut" >= 1, FALSE)
        ELSE TRUE
      END
      AND "t18"."worth" IS NOT NULL
  ) AS "t21"
)
SELECT
  "t45"."question",
  "t45"."subject",
  "t45"."as_of",
  "t45"."known_at",
  "t45"."points",
  "t45"."grade",
  "t45"."direct",
  "t45"."rank",
  "t45"."stage",
  "t45"."reduced_to",
  "t45"."ceiling"
FROM (
  SELECT
    "t44"."question",
    "t44"."subject",
    "t44"."as_of",
    "t44"."known_at",
    "t44"."base",
    "t44"."reached",
    "t44"."raised",
    "t44"."points",
    "t44"."band",
    "t44"."code",
    "t44"."direct",
    "t44"."taken_0",
    "t44"."taken_1",
    "t44"."taken_2",
    "t44"."due",
    "t44"."stage",
    "t44"."reduced_to",
    CASE
      WHEN "t44"."code" = 1
      THEN 'withdrawal'
      WHEN "t44"."code" = 2
      THEN 'warning'
      WHEN "t44"."code" = 3
      THEN 'reminder'
      WHEN "t44"."code" = 4
      THEN 'noted'
      WHEN "t44"."code" = 5
      THEN 'free'
      ELSE CAST(NULL AS TEXT)
    END AS "grade",
    CAST(NULL AS BIGINT) AS "rank",
    CAST(NULL AS BIGINT) AS "ceiling"
  FROM (
    SELECT
      "t43"."question",
      "t43"."subject",
      "t43"."as_of",
      "t43"."known_at",
      "t43"."base",
      "t43"."reached",
      "t43"."raised",
      "t43"."points",
      "t43"."band",
      "t43"."code",
      "t43"."direct",
      "t43"."taken_0",
      "t43"."taken_1",
      "t43"."taken_2",
      "t43"."due",
      CASE
        WHEN "t43"."due" = 0
        THEN 'remind'
        WHEN "t43"."due" = 1
        THEN 'warn'
        WHEN "t43"."due" = 2
        THEN 'withdraw'
        ELSE CAST(NULL AS TEXT)
      END AS "stage",
      CASE
        WHEN (
          "t43"."due" = 0
        )
        AND (
          (
            (
              "t43"."points" >= 6000
            ) OR (
              "t43"."points" >= 8000
            )
          )
          AND (
            5000 < "t43"."points"
          )
        )
        THEN 5000
        WHEN (
          "t43"."due" = 1
        )
        AND (
          (
            "t43"."points" >= 8000
          ) AND (
            7000 < "t43"."points"
          )
        )
        THEN 7000
        ELSE CAST(NULL AS BIGINT)
      END AS "reduced_to"
    FROM (
      SELECT
        "t42"."question",
        "t42"."subject",
        "t42"."as_of",
        "t42"."known_at",
        "t42"."base",
        "t42"."reached",
        "t42"."raised",
        "t42"."points",
        "t42"."band",
        "t42"."code",
        "t42"."direct",
        "t42"."taken_0",
        "t42"."taken_1",
        "t42"."taken_2",
        CASE
          WHEN (
            "t42"."points" >= 4000
          ) AND NOT (
            COALESCE("t42"."taken_0", 0) = 1
          )
          THEN 0
          WHEN (
            "t42"."points" >= 6000
          ) AND NOT (
            COALESCE("t42"."taken_1", 0) = 1
          )
          THEN 1
          WHEN (
            "t42"."points" >= 8000
          ) AND NOT (
            COALESCE("t42"."taken_2", 0) = 1
          )
          THEN 2
          ELSE -1
        END AS "due"
      FROM (
        SELECT
          "t41"."question",
          "t41"."subject",
          "t41"."as_of",
          "t41"."known_at",
          "t41"."base",
          "t41"."reached",
          "t41"."raised",
          "t41"."points",
          "t41"."band",
          "t41"."code",
          "t41"."direct",
          "t20"."taken_0",
          "t20"."taken_1",
          "t20"."taken_2"
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
            "t39"."band" AS "code",
            CAST(NULL AS BIGINT) AS "direct"
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
              CASE
                WHEN "t38"."points" >= 8000
                THEN 1
                WHEN "t38"."points" >= 6000
                THEN 2
                WHEN "t38"."points" >= 4000
                THEN 3
                WHEN "t38"."points" >= 1000
                THEN 4
                WHEN "t38"."points" >= 0
                THEN 5
                ELSE 0
              END AS "band"
            FROM (
              SELECT
                "t37"."question",
                "t37"."subject",
                "t37"."as_of",
                "t37"."known_at",
                0 AS "base",
                0 + COALESCE("t37"."earned", 0) AS "reached",
                GREATEST(0 + COALESCE("t37"."earned", 0), 0) AS "raised",
                GREATEST(0 + COALESCE("t37"."earned", 0), 0) AS "points"
              FROM (
                SELECT
                  "t4"."question",
                  "t4"."subject",
                  "t4"."as_of",
                  "t4"."known_at",
                  "t5"."public_since",
                  "t5"."opens_0",
                  "t5"."opens_1",
                  "t5"."opens_2",
                  "t5"."opens_3",
                  "t36"."earned"
                FROM "questions" AS "t4"
                INNER JOIN "days" AS "t5"
                  ON "t4"."as_of" = "t5"."as_of"
                LEFT OUTER JOIN (
                  SELECT
                    "t34"."question",
                    SUM("t34"."points") AS "earned"
                  FROM (
                    SELECT
                      "t33"."question",
                      "t33"."slot",
                      "t33"."points"
                    FROM (
                      SELECT
                        "t32"."question",
                        "t32"."number",
                        "t32"."record",
                        "t32"."happened",
                        "t32"."ends",
                        "t32"."leaves",
                        "t32"."points",
                        "t32"."why",
                        "t32"."day",
                        -1 AS "slot"
                      FROM (
                        SELECT
                          *
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
                            "t27"."day"
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
                              "t24"."day",
                              CASE
                                WHEN (
                                  -(
                                    "t24"."worth"
                                  ) < 0
                                ) AND (
                                  "t24"."doubted" OR "t24"."early"
                                )
                                THEN 0
                                ELSE "t24"."worth"
                              END AS "points",
                              CASE
                                WHEN (
                                  -(
                                    "t24"."worth"
                                  ) < 0
                                ) AND (
                                  "t24"."doubted" OR "t24"."early"
                                )
                                THEN CASE WHEN "t24"."doubted" THEN 'in_doubt' ELSE 'before_public' END
                                ELSE ''
                              END AS "why"
                            FROM (
                              SELECT
                                *
                              FROM "t22" AS "t23"
                              WHERE
                                "t23"."number" IN (7)
                            ) AS "t24"
                          ) AS "t27"
                        ) AS "t28"
                        UNION ALL
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t30"."question",
                            "t30"."number",
                            "t30"."record",
                            "t30"."happened",
                            "t30"."ends",
                            "t30"."leaves",
                            "t30"."points",
                            "t30"."why",
                            "t30"."day"
                          FROM (
                            SELECT
                              "t29"."question",
                              "t29"."number",
                              "t29"."record",
                              "t29"."document",
                              "t29"."happened",
                              "t29"."ends",
                              "t29"."leaves",
                              "t29"."known",
                              "t29"."worth",
                              "t29"."doubted",
                              "t29"."early",
                              "t29"."day",
                              "t29"."favour",
                              "t29"."out",
                              "t29"."event",
                              "t29"."rank",
                              "t29"."place",
                              "t29"."sure_before",
                              "t29"."out_before",
                              CASE
                                WHEN NOT (
                                  "t29"."out"
                                )
                                AND (
                                  "t29"."place" = 0
                                )
                                AND (
                                  (
                                    "t29"."out_before" IS NULL
                                  ) OR (
                                    "t29"."out_before" <= "t29"."favour"
                                  )
                                )
                                THEN "t29"."worth"
                                ELSE 0
                              END AS "points",
                              CASE
                                WHEN NOT (
                                  "t29"."out"
                                )
                                AND (
                                  "t29"."place" = 0
                                )
                                AND (
                                  (
                                    "t29"."out_before" IS NULL
                                  ) OR (
                                    "t29"."out_before" <= "t29"."favour"
                                  )
                                )
                                THEN ''
                                WHEN "t29"."out" AND (
                                  COALESCE("t29"."sure_before", 0) = 0
                                )
                                THEN CASE WHEN "t29"."doubted" THEN 'in_doubt' ELSE 'before_public' END
                                ELSE 'later_one'
                              END AS "why"
                            FROM (
                              SELECT
                                "t26"."question",
                                "t26"."number",
                                "t26"."record",
                                "t26"."document",
                                "t26"."happened",
                                "t26"."ends",
                                "t26"."leaves",
                                "t26"."known",
                                "t26"."worth",
                                "t26"."doubted",
                                "t26"."early",
                                "t26"."day",
                                "t26"."favour",
                                "t26"."out",
                                "t26"."event",
                                "t26"."rank",
                                ROW_NUMBER() OVER (
                                  PARTITION BY "t26"."question", "t26"."number", "t26"."event", "t26"."out"
                                  ORDER BY "t26"."rank" DESC, "t26"."happened" DESC, "t26"."known" DESC, "t26"."record" DESC
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                ) - 1 AS "place",
                                SUM(CASE WHEN NOT (
                                  "t26"."out"
                                ) THEN 1 ELSE 0 END) OVER (
                                  PARTITION BY "t26"."question", "t26"."number", "t26"."event"
                                  ORDER BY "t26"."rank" DESC, "t26"."happened" DESC, "t26"."known" DESC, "t26"."record" DESC
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                                ) AS "sure_before",
                                MAX(CASE WHEN "t26"."out" THEN "t26"."favour" ELSE CAST(NULL AS BIGINT) END) OVER (
                                  PARTITION BY "t26"."question", "t26"."number", "t26"."event"
                                  ORDER BY "t26"."rank" DESC, "t26"."happened" DESC, "t26"."known" DESC, "t26"."record" DESC
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                                ) AS "out_before"
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
                                  "t25"."day",
                                  -(
                                    "t25"."worth"
                                  ) AS "favour",
                                  (
                                    -(
                                      "t25"."worth"
                                    ) < 0
                                  ) AND (
                                    "t25"."doubted" OR "t25"."early"
                                  ) AS "out",
                                  CASE
                                    WHEN "t25"."number" IN (0, 1, 2, 3, 4, 5)
                                    THEN COALESCE("t25"."document", "t25"."record")
                                    ELSE 0
                                  END AS "event",
                                  CASE WHEN "t25"."number" IN (0, 1, 2, 3, 4, 5) THEN ABS("t25"."worth") ELSE 0 END AS "rank"
                                FROM (
                                  SELECT
                                    *
                                  FROM "t22" AS "t23"
                                  WHERE
                                    "t23"."number" IN (0, 1, 2, 3, 4, 5, 6)
                                ) AS "t25"
                              ) AS "t26"
                            ) AS "t29"
                          ) AS "t30"
                        ) AS "t31"
                      ) AS "t32"
                    ) AS "t33"
                  ) AS "t34"
                  GROUP BY
                    1
                ) AS "t36"
                  ON "t4"."question" = "t36"."question"
              ) AS "t37"
            ) AS "t38"
          ) AS "t39"
        ) AS "t41"
        LEFT OUTER JOIN (
          SELECT
            "t17"."question",
            MAX(CASE WHEN COALESCE("t17"."f_measure" = 'remind', FALSE) THEN 1 ELSE 0 END) AS "taken_0",
            MAX(CASE WHEN COALESCE("t17"."f_measure" = 'warn', FALSE) THEN 1 ELSE 0 END) AS "taken_1",
            MAX(CASE WHEN COALESCE("t17"."f_measure" = 'withdraw', FALSE) THEN 1 ELSE 0 END) AS "taken_2"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t9"."subject",
                  "t9"."record",
                  "t9"."type",
                  "t9"."document",
                  "t9"."happened",
                  "t9"."ends",
                  "t9"."leaves",
                  "t9"."severity",
                  "t9"."kind",
                  "t9"."adverse",
                  "t9"."known",
                  "t9"."retracts",
                  "t9"."superseded",
                  "t9"."doubt_from",
                  "t9"."doubt_until",
                  "t9"."replaced",
                  "t9"."f_points",
                  "t9"."f_final",
                  "t9"."f_cut",
                  "t9"."f_measure",
                  "t9"."f_points_then",
                  "t9"."f_days_to_hand_in",
                  "t11"."question",
                  "t11"."as_of",
                  "t11"."known_at",
                  "t11"."public_since",
                  "t11"."opens_0",
                  "t11"."opens_1",
                  "t11"."opens_2",
                  "t11"."opens_3"
                FROM (
                  SELECT
                    *
                  FROM "records" AS "t2"
                  WHERE
                    "t2"."type" = 'driver_measure'
                ) AS "t9"
                INNER JOIN (
                  SELECT
                    "t4"."question",
                    "t4"."subject",
                    "t4"."as_of",
                    "t4"."known_at",
                    "t5"."public_since",
                    "t5"."opens_0",
                    "t5"."opens_1",
                    "t5"."opens_2",
                    "t5"."opens_3"
                  FROM "questions" AS "t4"
                  INNER JOIN "days" AS "t5"
                    ON "t4"."as_of" = "t5"."as_of"
                ) AS "t11"
                  ON "t9"."subject" = "t11"."subject"
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
              AND NOT (
                (
                  (
                    "t14"."doubt_from" IS NOT NULL
                  )
                  AND (
                    "t14"."doubt_from" <= "t14"."known_at"
                  )
                  AND (
                    (
                      "t14"."doubt_until" IS NULL
                    ) OR (
                      "t14"."known_at" < "t14"."doubt_until"
                    )
                  )
                )
                OR (
                  (
                    "t14"."public_since" IS NOT NULL
                  )
                  AND (
                    "t14"."happened" < "t14"."public_since"
                  )
                )
              )
          ) AS "t17"
          GROUP BY
            1
        ) AS "t20"
          ON "t41"."question" = "t20"."question"
      ) AS "t42"
    ) AS "t43"
  ) AS "t44"
) AS "t45"

-- contributions; fields: f_cut int64, f_days_to_hand_in int64, f_final date, f_measure string, f_points int64, f_points_then int64
WITH "t16" AS (
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
    "t15"."f_final",
    "t15"."f_cut",
    "t15"."f_measure",
    "t15"."f_points_then",
    "t15"."f_days_to_hand_in",
    "t15"."question",
    "t15"."as_of",
    "t15"."known_at",
    "t15"."public_since",
    "t15"."opens_0",
    "t15"."opens_1",
    "t15"."opens_2",
    "t15"."opens_3",
    "t15"."number",
    "t15"."day",
    CASE
      WHEN "t15"."number" IN (0, 1, 2, 3, 4, 5)
      THEN CASE
        WHEN (
          "t15"."f_points" >= -1000000000000
        )
        AND (
          "t15"."f_points" <= 1000000000000
        )
        THEN "t15"."f_points" * 1000
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t15"."number" = 6
      THEN -1000
      WHEN "t15"."number" = 7
      THEN CASE
        WHEN (
          "t15"."f_cut" >= -1000000000000
        ) AND (
          "t15"."f_cut" <= 1000000000000
        )
        THEN "t15"."f_cut" * -1000
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
      "t13"."f_final",
      "t13"."f_cut",
      "t13"."f_measure",
      "t13"."f_points_then",
      "t13"."f_days_to_hand_in",
      "t13"."question",
      "t13"."as_of",
      "t13"."known_at",
      "t13"."public_since",
      "t13"."opens_0",
      "t13"."opens_1",
      "t13"."opens_2",
      "t13"."opens_3",
      "t13"."number",
      CASE WHEN "t13"."number" IN (0, 1, 2) THEN "t13"."f_final" ELSE "t13"."happened" END AS "day"
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
          "t4"."f_final",
          "t4"."f_cut",
          "t4"."f_measure",
          "t4"."f_points_then",
          "t4"."f_days_to_hand_in",
          "t9"."question",
          "t9"."as_of",
          "t9"."known_at",
          "t9"."public_since",
          "t9"."opens_0",
          "t9"."opens_1",
          "t9"."opens_2",
          "t9"."opens_3",
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
            "t6"."opens_1",
            "t6"."opens_2",
            "t6"."opens_3"
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
  ) AS "t15"
), "t20" AS (
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
    "t19"."day"
  FROM (
    SELECT
      *
    FROM "t16" AS "t18"
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
      AND "t18"."day" IS NOT NULL
      AND COALESCE("t18"."day" <= "t18"."as_of", FALSE)
      AND CASE
        WHEN "t18"."number" = 0
        THEN "t18"."day" > "t18"."opens_0"
        WHEN "t18"."number" IN (1, 6)
        THEN "t18"."day" > "t18"."opens_1"
        WHEN "t18"."number" = 2
        THEN "t18"."day" > "t18"."opens_2"
        WHEN "t18"."number" IN (3, 4, 5)
        THEN "t18"."day" > "t18"."opens_3"
        ELSE TRUE
      END
      AND CASE
        WHEN "t18"."number" IN (3, 4, 5)
        THEN TRUE AND COALESCE("t18"."f_final" >= MAKE_DATE(2014, 5, 1), FALSE)
        WHEN "t18"."number" = 6
        THEN TRUE
        AND COALESCE("t18"."f_points_then" >= 1, FALSE)
        AND COALESCE("t18"."f_points_then" <= 5, FALSE)
        AND COALESCE("t18"."f_days_to_hand_in" <= 14, FALSE)
        WHEN "t18"."number" = 7
        THEN TRUE AND COALESCE("t18"."f_cut" >= 1, FALSE)
        ELSE TRUE
      END
      AND "t18"."worth" IS NOT NULL
  ) AS "t19"
), "t32" AS (
  SELECT
    *
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
      "t26"."day"
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
        "t22"."day",
        CASE
          WHEN (
            -(
              "t22"."worth"
            ) < 0
          ) AND (
            "t22"."doubted" OR "t22"."early"
          )
          THEN 0
          ELSE "t22"."worth"
        END AS "points",
        CASE
          WHEN (
            -(
              "t22"."worth"
            ) < 0
          ) AND (
            "t22"."doubted" OR "t22"."early"
          )
          THEN CASE WHEN "t22"."doubted" THEN 'in_doubt' ELSE 'before_public' END
          ELSE ''
        END AS "why"
      FROM (
        SELECT
          *
        FROM "t20" AS "t21"
        WHERE
          "t21"."number" IN (7)
      ) AS "t22"
    ) AS "t26"
  ) AS "t27"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t30"."question",
      "t30"."number",
      "t30"."record",
      "t30"."happened",
      "t30"."ends",
      "t30"."leaves",
      "t30"."points",
      "t30"."why",
      "t30"."day"
    FROM (
      SELECT
        "t28"."question",
        "t28"."number",
        "t28"."record",
        "t28"."document",
        "t28"."happened",
        "t28"."ends",
        "t28"."leaves",
        "t28"."known",
        "t28"."worth",
        "t28"."doubted",
        "t28"."early",
        "t28"."day",
        "t28"."favour",
        "t28"."out",
        "t28"."event",
        "t28"."rank",
        "t28"."place",
        "t28"."sure_before",
        "t28"."out_before",
        CASE
          WHEN NOT (
            "t28"."out"
          )
          AND (
            "t28"."place" = 0
          )
          AND (
            (
              "t28"."out_before" IS NULL
            ) OR (
              "t28"."out_before" <= "t28"."favour"
            )
          )
          THEN "t28"."worth"
          ELSE 0
        END AS "points",
        CASE
          WHEN NOT (
            "t28"."out"
          )
          AND (
            "t28"."place" = 0
          )
          AND (
            (
              "t28"."out_before" IS NULL
            ) OR (
              "t28"."out_before" <= "t28"."favour"
            )
          )
          THEN ''
          WHEN "t28"."out" AND (
            COALESCE("t28"."sure_before", 0) = 0
          )
          THEN CASE WHEN "t28"."doubted" THEN 'in_doubt' ELSE 'before_public' END
          ELSE 'later_one'
        END AS "why"
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
          "t25"."day",
          "t25"."favour",
          "t25"."out",
          "t25"."event",
          "t25"."rank",
          ROW_NUMBER() OVER (
            PARTITION BY "t25"."question", "t25"."number", "t25"."event", "t25"."out"
            ORDER BY "t25"."rank" DESC, "t25"."happened" DESC, "t25"."known" DESC, "t25"."record" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "place",
          SUM(CASE WHEN NOT (
            "t25"."out"
          ) THEN 1 ELSE 0 END) OVER (
            PARTITION BY "t25"."question", "t25"."number", "t25"."event"
            ORDER BY "t25"."rank" DESC, "t25"."happened" DESC, "t25"."known" DESC, "t25"."record" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "sure_before",
          MAX(CASE WHEN "t25"."out" THEN "t25"."favour" ELSE CAST(NULL AS BIGINT) END) OVER (
            PARTITION BY "t25"."question", "t25"."number", "t25"."event"
            ORDER BY "t25"."rank" DESC, "t25"."happened" DESC, "t25"."known" DESC, "t25"."record" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
          ) AS "out_before"
        FROM (
          SELECT
            "t23"."question",
            "t23"."number",
            "t23"."record",
            "t23"."document",
            "t23"."happened",
            "t23"."ends",
            "t23"."leaves",
            "t23"."known",
            "t23"."worth",
            "t23"."doubted",
            "t23"."early",
            "t23"."day",
            -(
              "t23"."worth"
            ) AS "favour",
            (
              -(
                "t23"."worth"
              ) < 0
            ) AND (
              "t23"."doubted" OR "t23"."early"
            ) AS "out",
            CASE
              WHEN "t23"."number" IN (0, 1, 2, 3, 4, 5)
              THEN COALESCE("t23"."document", "t23"."record")
              ELSE 0
            END AS "event",
            CASE WHEN "t23"."number" IN (0, 1, 2, 3, 4, 5) THEN ABS("t23"."worth") ELSE 0 END AS "rank"
          FROM (
            SELECT
              *
            FROM "t20" AS "t21"
            WHERE
              "t21"."number" IN (0, 1, 2, 3, 4, 5, 6)
          ) AS "t23"
        ) AS "t25"
      ) AS "t28"
    ) AS "t30"
  ) AS "t31"
), "t41" AS (
  SELECT
    "t40"."question",
    "t40"."subject",
    "t40"."as_of",
    "t40"."known_at",
    0 AS "base",
    0 + COALESCE("t40"."earned", 0) AS "reached",
    GREATEST(0 + COALESCE("t40"."earned", 0), 0) AS "raised",
    GREATEST(0 + COALESCE("t40"."earned", 0), 0) AS "points"
  FROM (
    SELECT
      "t5"."question",
      "t5"."subject",
      "t5"."as_of",
      "t5"."known_at",
      "t6"."public_since",
      "t6"."opens_0",
      "t6"."opens_1",
      "t6"."opens_2",
      "t6"."opens_3",
      "t39"."earned"
    FROM "questions" AS "t5"
    INNER JOIN "days" AS "t6"
      ON "t5"."as_of" = "t6"."as_of"
    LEFT OUTER JOIN (
      SELECT
        "t37"."question",
        SUM("t37"."points") AS "earned"
      FROM (
        SELECT
          "t35"."question",
          "t35"."slot",
          "t35"."points"
        FROM (
          SELECT
            "t33"."question",
            "t33"."number",
            "t33"."record",
            "t33"."happened",
            "t33"."ends",
            "t33"."leaves",
            "t33"."points",
            "t33"."why",
            "t33"."day",
            -1 AS "slot"
          FROM "t32" AS "t33"
        ) AS "t35"
      ) AS "t37"
      GROUP BY
        1
    ) AS "t39"
      ON "t5"."question" = "t39"."question"
  ) AS "t40"
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
          "t42"."question",
          CAST(NULL AS BIGINT) AS "number",
          'base' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t42"."base" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM "t41" AS "t42"
      ) AS "t43"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t44"."question",
          CAST(NULL AS BIGINT) AS "number",
          'floor' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t44"."raised" - "t44"."reached" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM (
          SELECT
            *
          FROM "t41" AS "t42"
          WHERE
            "t42"."raised" <> "t42"."reached"
        ) AS "t44"
      ) AS "t46"
    ) AS "t48"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t45"."question",
          CAST(NULL AS BIGINT) AS "number",
          'ceiling' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t45"."points" - "t45"."raised" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM (
          SELECT
            *
          FROM "t41" AS "t42"
          WHERE
            "t42"."points" <> "t42"."raised"
        ) AS "t45"
      ) AS "t47"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t24"."question",
            "t24"."number",
            'points' AS "step",
            "t24"."record",
            "t24"."happened",
            "t24"."ends",
            "t24"."leaves",
            0 AS "points",
            CASE
              WHEN NOT (
                COALESCE(NOT (
                  "t24"."retracts"
                ), FALSE)
              )
              THEN 'retracts'
              WHEN NOT (
                COALESCE(
                  (
                    "t24"."superseded" IS NULL
                  ) OR (
                    "t24"."known_at" < "t24"."superseded"
                  ),
                  FALSE
                )
              )
              THEN 'superseded'
              WHEN NOT (
                COALESCE("t24"."happened" <= "t24"."as_of", FALSE)
              )
              THEN 'not_yet'
              WHEN NOT (
                COALESCE((
                  "t24"."leaves" IS NULL
                ) OR (
                  "t24"."as_of" < "t24"."leaves"
                ), FALSE)
              )
              THEN 'retention_over'
              WHEN NOT (
                COALESCE((
                  "t24"."ends" IS NULL
                ) OR (
                  "t24"."as_of" < "t24"."ends"
                ), FALSE)
              )
              THEN 'validity_over'
              WHEN NOT (
                COALESCE("t24"."day" IS NOT NULL, FALSE)
              )
              THEN 'condition'
              WHEN NOT (
                COALESCE(COALESCE("t24"."day" <= "t24"."as_of", FALSE), FALSE)
              )
              THEN 'not_yet'
              WHEN NOT (
                COALESCE(
                  CASE
                    WHEN "t24"."number" = 0
                    THEN "t24"."day" > "t24"."opens_0"
                    WHEN "t24"."number" IN (1, 6)
                    THEN "t24"."day" > "t24"."opens_1"
                    WHEN "t24"."number" = 2
                    THEN "t24"."day" > "t24"."opens_2"
                    WHEN "t24"."number" IN (3, 4, 5)
                    THEN "t24"."day" > "t24"."opens_3"
                    ELSE TRUE
                  END,
                  FALSE
                )
              )
              THEN 'outside_window'
              WHEN NOT (
                COALESCE(
                  CASE
                    WHEN "t24"."number" IN (3, 4, 5)
                    THEN TRUE AND COALESCE("t24"."f_final" >= MAKE_DATE(2014, 5, 1), FALSE)
                    WHEN "t24"."number" = 6
                    THEN TRUE
                    AND COALESCE("t24"."f_points_then" >= 1, FALSE)
                    AND COALESCE("t24"."f_points_then" <= 5, FALSE)
                    AND COALESCE("t24"."f_days_to_hand_in" <= 14, FALSE)
                    WHEN "t24"."number" = 7
                    THEN TRUE AND COALESCE("t24"."f_cut" >= 1, FALSE)
                    ELSE TRUE
                  END,
                  FALSE
                )
              )
              THEN 'condition'
              WHEN NOT (
                COALESCE("t24"."worth" IS NOT NULL, FALSE)
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
            FROM "t16" AS "t18"
            WHERE
              NOT (
                COALESCE(
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
                  AND (
                    "t18"."happened" <= "t18"."as_of"
                  )
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
                  AND (
                    "t18"."day" IS NOT NULL
                  )
                  AND COALESCE("t18"."day" <= "t18"."as_of", FALSE)
                  AND CASE
                    WHEN "t18"."number" = 0
                    THEN "t18"."day" > "t18"."opens_0"
                    WHEN "t18"."number" IN (1, 6)
                    THEN "t18"."day" > "t18"."opens_1"
                    WHEN "t18"."number" = 2
                    THEN "t18"."day" > "t18"."opens_2"
                    WHEN "t18"."number" IN (3, 4, 5)
                    THEN "t18"."day" > "t18"."opens_3"
                    ELSE TRUE
                  END
                  AND CASE
                    WHEN "t18"."number" IN (3, 4, 5)
                    THEN TRUE AND COALESCE("t18"."f_final" >= MAKE_DATE(2014, 5, 1), FALSE)
                    WHEN "t18"."number" = 6
                    THEN TRUE
                    AND COALESCE("t18"."f_points_then" >= 1, FALSE)
                    AND COALESCE("t18"."f_points_then" <= 5, FALSE)
                    AND COALESCE("t18"."f_days_to_hand_in" <= 14, FALSE)
                    WHEN "t18"."number" = 7
                    THEN TRUE AND COALESCE("t18"."f_cut" >= 1, FALSE)
                    ELSE TRUE
                  END
                  AND (
                    "t18"."worth" IS NOT NULL
                  ),
                  FALSE
                )
              )
          ) AS "t24"
        ) AS "t29"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t33"."question",
            "t33"."number",
            'points' AS "step",
            "t33"."record",
            "t33"."happened",
            "t33"."ends",
            "t33"."leaves",
            "t33"."points",
            "t33"."why",
            CAST(NULL AS BIGINT) AS "year",
            "t33"."day" AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM "t32" AS "t33"
        ) AS "t34"
      ) AS "t36"
    ) AS "t49"
  ) AS "t50"
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
            "t4"."f_final",
            "t4"."f_cut",
            "t4"."f_measure",
            "t4"."f_points_then",
            "t4"."f_days_to_hand_in",
            "t9"."question",
            "t9"."as_of",
            "t9"."known_at",
            "t9"."public_since",
            "t9"."opens_0",
            "t9"."opens_1",
            "t9"."opens_2",
            "t9"."opens_3"
          FROM "records" AS "t4"
          INNER JOIN (
            SELECT
              "t5"."question",
              "t5"."subject",
              "t5"."as_of",
              "t5"."known_at",
              "t6"."public_since",
              "t6"."opens_0",
              "t6"."opens_1",
              "t6"."opens_2",
              "t6"."opens_3"
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
          "t12"."type" IN (
            'driver_crime_entry',
            'driver_grave_entry',
            'driver_measure',
            'driver_offence_entry',
            'driver_seminar_certificate'
          )
        )
    ) AS "t14"
  ) AS "t17"
) AS "t51"
