-- standings; fields: f_days_late int64, f_donated int64, f_level string, f_performance string, f_rating string, f_status string
WITH "t20" AS (
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
    "t19"."early"
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
        "t15"."f_rating",
        "t15"."f_level",
        "t15"."f_days_late",
        "t15"."f_performance",
        "t15"."f_status",
        "t15"."f_donated",
        "t15"."question",
        "t15"."as_of",
        "t15"."known_at",
        "t15"."public_since",
        "t15"."opens_0",
        "t15"."opens_1",
        "t15"."opens_2",
        "t15"."opens_3",
        "t15"."opens_4",
        "t15"."number",
        CASE
          WHEN "t15"."number" = 0
          THEN 3000
          WHEN "t15"."number" IN (1, 2)
          THEN -5000
          WHEN "t15"."number" IN (3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23)
          THEN CASE
            WHEN "t15"."severity" IS NULL
            THEN CAST(NULL AS BIGINT)
            WHEN "t15"."severity" = 'minor'
            THEN -2000
            WHEN "t15"."severity" = 'moderate'
            THEN -6000
            WHEN "t15"."severity" = 'serious'
            THEN -20000
            ELSE 0
          END
          WHEN "t15"."number" = 24
          THEN -20000
          WHEN "t15"."number" = 25
          THEN -10000
          WHEN "t15"."number" = 26
          THEN CASE
            WHEN "t15"."f_rating" IS NULL
            THEN CAST(NULL AS BIGINT)
            WHEN "t15"."f_rating" = 'A'
            THEN 10000
            WHEN "t15"."f_rating" = 'B'
            THEN 5000
            WHEN "t15"."f_rating" = 'M'
            THEN 2000
            WHEN "t15"."f_rating" = 'C'
            THEN -5000
            WHEN "t15"."f_rating" = 'D'
            THEN -15000
            ELSE 0
          END
          WHEN "t15"."number" = 27
          THEN CASE
            WHEN "t15"."f_rating" IS NULL
            THEN CAST(NULL AS BIGINT)
            WHEN "t15"."f_rating" = 'green'
            THEN 6000
            WHEN "t15"."f_rating" = 'blue'
            THEN 2000
            WHEN "t15"."f_rating" = 'yellow'
            THEN -4000
            WHEN "t15"."f_rating" = 'red'
            THEN -10000
            ELSE 0
          END
          WHEN "t15"."number" = 28
          THEN CASE
            WHEN "t15"."f_rating" IS NULL
            THEN CAST(NULL AS BIGINT)
            WHEN "t15"."f_rating" = 'AAA'
            THEN 6000
            WHEN "t15"."f_rating" = 'AA'
            THEN 4000
            WHEN "t15"."f_rating" = 'A'
            THEN 2000
            WHEN "t15"."f_rating" = 'C'
            THEN -6000
            ELSE 0
          END
          WHEN "t15"."number" IN (29, 30, 31, 32)
          THEN CASE
            WHEN "t15"."f_level" IS NULL
            THEN CAST(NULL AS BIGINT)
            WHEN "t15"."f_level" = 'national'
            THEN 8000
            WHEN "t15"."f_level" = 'provincial'
            THEN 5000
            WHEN "t15"."f_level" = 'city'
            THEN 3000
            ELSE 0
          END
          WHEN "t15"."number" = 33
          THEN 5000
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
            "t7"."f_rating",
            "t7"."f_level",
            "t7"."f_days_late",
            "t7"."f_performance",
            "t7"."f_status",
            "t7"."f_donated",
            "t11"."question",
            "t11"."as_of",
            "t11"."known_at",
            "t11"."public_since",
            "t11"."opens_0",
            "t11"."opens_1",
            "t11"."opens_2",
            "t11"."opens_3",
            "t11"."opens_4",
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
              "t6"."opens_1",
              "t6"."opens_2",
              "t6"."opens_3",
              "t6"."opens_4"
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
      AND CASE
        WHEN "t17"."number" IN (0, 26, 27, 28)
        THEN "t17"."happened" > "t17"."opens_0"
        WHEN "t17"."number" IN (
          1,
          3,
          4,
          5,
          6,
          7,
          8,
          9,
          10,
          11,
          12,
          13,
          14,
          15,
          16,
          17,
          18,
          19,
          20,
          21,
          22,
          23,
          24
        )
        THEN "t17"."happened" > "t17"."opens_1"
        WHEN "t17"."number" = 2
        THEN "t17"."happened" > "t17"."opens_2"
        WHEN "t17"."number" IN (25, 29, 30, 31, 32, 33)
        THEN "t17"."happened" > "t17"."opens_3"
        ELSE TRUE
      END
      AND CASE
        WHEN "t17"."number" = 24
        THEN TRUE AND COALESCE("t17"."f_performance" IN ('none', 'part'), FALSE)
        WHEN "t17"."number" = 33
        THEN TRUE AND COALESCE("t17"."f_level" = 'advanced', FALSE)
        ELSE TRUE
      END
      AND "t17"."worth" IS NOT NULL
      AND NOT (
        CASE
          WHEN "t17"."number" = 2
          THEN FALSE OR COALESCE("t17"."f_days_late" <= 3, FALSE)
          ELSE FALSE
        END
      )
  ) AS "t19"
)
SELECT
  "t54"."question",
  "t54"."subject",
  "t54"."as_of",
  "t54"."known_at",
  "t54"."points",
  "t54"."grade",
  "t54"."direct",
  "t54"."rank",
  "t54"."stage",
  "t54"."reduced_to",
  "t54"."ceiling"
FROM (
  SELECT
    "t53"."question",
    "t53"."subject",
    "t53"."as_of",
    "t53"."known_at",
    "t53"."base",
    "t53"."reached",
    "t53"."raised",
    "t53"."points",
    "t53"."band",
    "t53"."state_0",
    "t53"."state_1",
    "t53"."state_2",
    "t53"."firm",
    "t53"."firm_direct",
    "t53"."offer",
    "t53"."offered",
    "t53"."code",
    "t53"."direct",
    CASE
      WHEN "t53"."code" = 1
      THEN 'D'
      WHEN "t53"."code" = 2
      THEN 'C'
      WHEN "t53"."code" = 3
      THEN 'B'
      WHEN "t53"."code" = 4
      THEN 'A'
      ELSE CAST(NULL AS TEXT)
    END AS "grade",
    CAST(NULL AS BIGINT) AS "rank",
    CAST(NULL AS TEXT) AS "stage",
    CAST(NULL AS BIGINT) AS "reduced_to",
    CAST(NULL AS BIGINT) AS "ceiling"
  FROM (
    SELECT
      "t52"."question",
      "t52"."subject",
      "t52"."as_of",
      "t52"."known_at",
      "t52"."base",
      "t52"."reached",
      "t52"."raised",
      "t52"."points",
      "t52"."band",
      "t52"."state_0",
      "t52"."state_1",
      "t52"."state_2",
      "t52"."firm",
      "t52"."firm_direct",
      "t52"."offer",
      "t52"."offered",
      CASE
        WHEN (
          "t52"."firm" > 0
        ) AND (
          "t52"."offer" > "t52"."firm"
        )
        THEN "t52"."offer"
        ELSE "t52"."firm"
      END AS "code",
      CASE
        WHEN (
          "t52"."firm" > 0
        ) AND (
          "t52"."offer" > "t52"."firm"
        )
        THEN "t52"."offered"
        ELSE "t52"."firm_direct"
      END AS "direct"
    FROM (
      SELECT
        "t51"."question",
        "t51"."subject",
        "t51"."as_of",
        "t51"."known_at",
        "t51"."base",
        "t51"."reached",
        "t51"."raised",
        "t51"."points",
        "t51"."band",
        "t51"."state_0",
        "t51"."state_1",
        "t51"."state_2",
        CASE
          WHEN COALESCE("t51"."state_0", 0) = 2
          THEN 0
          WHEN COALESCE("t51"."state_1", 0) = 2
          THEN 1
          WHEN COALESCE("t51"."state_2", 0) = 2
          THEN 1
          ELSE "t51"."band"
        END AS "firm",
        CASE
          WHEN COALESCE("t51"."state_0", 0) = 2
          THEN 0
          WHEN COALESCE("t51"."state_1", 0) = 2
          THEN 1
          WHEN COALESCE("t51"."state_2", 0) = 2
          THEN 2
          ELSE CAST(NULL AS BIGINT)
        END AS "firm_direct",
        GREATEST(
          CASE WHEN COALESCE("t51"."state_0", 0) = 1 THEN 0 ELSE 0 END,
          CASE
            WHEN (
              COALESCE("t51"."state_1", 0) = 1
            )
            AND NOT (
              COALESCE("t51"."state_0", 0) = 2
            )
            THEN 1
            ELSE 0
          END,
          CASE
            WHEN (
              COALESCE("t51"."state_2", 0) = 1
            )
            AND NOT (
              COALESCE("t51"."state_0", 0) = 2
            )
            AND NOT (
              COALESCE("t51"."state_1", 0) = 2
            )
            THEN 1
            ELSE 0
          END
        ) AS "offer",
        CASE
          WHEN (
            COALESCE("t51"."state_1", 0) = 1
          )
          AND NOT (
            COALESCE("t51"."state_0", 0) = 2
          )
          THEN 1
          WHEN (
            COALESCE("t51"."state_2", 0) = 1
          )
          AND NOT (
            COALESCE("t51"."state_0", 0) = 2
          )
          AND NOT (
            COALESCE("t51"."state_1", 0) = 2
          )
          THEN 2
          WHEN COALESCE("t51"."state_0", 0) = 1
          THEN 0
          ELSE CAST(NULL AS BIGINT)
        END AS "offered"
      FROM (
        SELECT
          "t50"."question",
          "t50"."subject",
          "t50"."as_of",
          "t50"."known_at",
          "t50"."base",
          "t50"."reached",
          "t50"."raised",
          "t50"."points",
          "t50"."band",
          "t32"."state_0",
          "t32"."state_1",
          "t32"."state_2"
        FROM (
          SELECT
            "t48"."question",
            "t48"."subject",
            "t48"."as_of",
            "t48"."known_at",
            "t48"."base",
            "t48"."reached",
            "t48"."raised",
            "t48"."points",
            CASE
              WHEN "t48"."points" >= 90000
              THEN 4
              WHEN "t48"."points" >= 70000
              THEN 3
              WHEN "t48"."points" >= 50000
              THEN 2
              WHEN "t48"."points" >= 0
              THEN 1
              ELSE 0
            END AS "band"
          FROM (
            SELECT
              "t47"."question",
              "t47"."subject",
              "t47"."as_of",
              "t47"."known_at",
              80000 AS "base",
              80000 + COALESCE("t47"."earned", 0) AS "reached",
              GREATEST(80000 + COALESCE("t47"."earned", 0), 0) AS "raised",
              LEAST(GREATEST(80000 + COALESCE("t47"."earned", 0), 0), 120000) AS "points"
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
                "t6"."opens_4",
                "t46"."earned"
              FROM "questions" AS "t5"
              INNER JOIN "days" AS "t6"
                ON "t5"."as_of" = "t6"."as_of"
              LEFT OUTER JOIN (
                SELECT
                  "t44"."question",
                  SUM("t44"."points") AS "earned"
                FROM (
                  SELECT
                    "t43"."question",
                    "t43"."slot",
                    "t43"."total",
                    "t43"."kept",
                    "t43"."kept" AS "points"
                  FROM (
                    SELECT
                      "t42"."question",
                      "t42"."slot",
                      "t42"."total",
                      CASE
                        WHEN "t42"."slot" IN (3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24)
                        THEN GREATEST(LEAST("t42"."total", 60000), -(
                          60000
                        ))
                        ELSE "t42"."total"
                      END AS "kept"
                    FROM (
                      SELECT
                        "t41"."question",
                        "t41"."slot",
                        SUM("t41"."points") AS "total"
                      FROM (
                        SELECT
                          "t40"."question",
                          "t40"."slot",
                          "t40"."points"
                        FROM (
                          SELECT
                            "t39"."question",
                            "t39"."slot",
                            "t39"."year",
                            "t39"."total",
                            "t39"."kept",
                            "t39"."kept" AS "points"
                          FROM (
                            SELECT
                              "t38"."question",
                              "t38"."slot",
                              "t38"."year",
                              "t38"."total",
                              CASE
                                WHEN "t38"."slot" = 1
                                THEN GREATEST(LEAST("t38"."total", 5000), -(
                                  5000
                                ))
                                WHEN "t38"."slot" = 2
                                THEN GREATEST(LEAST("t38"."total", 20000), -(
                                  20000
                                ))
                                ELSE "t38"."total"
                              END AS "kept"
                            FROM (
                              SELECT
                                "t37"."question",
                                "t37"."slot",
                                "t37"."year",
                                SUM("t37"."points") AS "total"
                              FROM (
                                SELECT
                                  "t36"."question",
                                  "t36"."number",
                                  "t36"."record",
                                  "t36"."happened",
                                  "t36"."ends",
                                  "t36"."leaves",
                                  "t36"."points",
                                  "t36"."why",
                                  "t36"."slot",
                                  CASE
                                    WHEN "t36"."slot" IN (1, 2)
                                    THEN CAST(EXTRACT(year FROM "t36"."happened") AS BIGINT)
                                    ELSE 0
                                  END AS "year"
                                FROM (
                                  SELECT
                                    "t35"."question",
                                    "t35"."number",
                                    "t35"."record",
                                    "t35"."happened",
                                    "t35"."ends",
                                    "t35"."leaves",
                                    "t35"."points",
                                    "t35"."why",
                                    CASE
                                      WHEN "t35"."number" = 1
                                      THEN 1
                                      WHEN "t35"."number" = 2
                                      THEN 2
                                      WHEN "t35"."number" = 3
                                      THEN 3
                                      WHEN "t35"."number" = 4
                                      THEN 4
                                      WHEN "t35"."number" = 5
                                      THEN 5
                                      WHEN "t35"."number" = 6
                                      THEN 6
                                      WHEN "t35"."number" = 7
                                      THEN 7
                                      WHEN "t35"."number" = 8
                                      THEN 8
                                      WHEN "t35"."number" = 9
                                      THEN 9
                                      WHEN "t35"."number" = 10
                                      THEN 10
                                      WHEN "t35"."number" = 11
                                      THEN 11
                                      WHEN "t35"."number" = 12
                                      THEN 12
                                      WHEN "t35"."number" = 13
                                      THEN 13
                                      WHEN "t35"."number" = 14
                                      THEN 14
                                      WHEN "t35"."number" = 15
                                      THEN 15
                                      WHEN "t35"."number" = 16
                                      THEN 16
                                      WHEN "t35"."number" = 17
                                      THEN 17
                                      WHEN "t35"."number" = 18
                                      THEN 18
                                      WHEN "t35"."number" = 19
                                      THEN 19
                                      WHEN "t35"."number" = 20
                                      THEN 20
                                      WHEN "t35"."number" = 21
                                      THEN 21
                                      WHEN "t35"."number" = 22
                                      THEN 22
                                      WHEN "t35"."number" = 23
                                      THEN 23
                                      WHEN "t35"."number" = 24
                                      THEN 24
                                      ELSE -1
                                    END AS "slot"
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
                                        "t27"."why"
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
                                          CASE
                                            WHEN (
                                              "t23"."worth" < 0
                                            ) AND (
                                              "t23"."doubted" OR "t23"."early"
                                            )
                                            THEN 0
                                            ELSE "t23"."worth"
                                          END AS "points",
                                          CASE
                                            WHEN (
                                              "t23"."worth" < 0
                                            ) AND (
                                              "t23"."doubted" OR "t23"."early"
                                            )
                                            THEN CASE WHEN "t23"."doubted" THEN 'in_doubt' ELSE 'before_public' END
                                            ELSE ''
                                          END AS "why"
                                        FROM (
                                          SELECT
                                            *
                                          FROM "t20" AS "t21"
                                          WHERE
                                            "t21"."number" IN (1, 2, 24, 25)
                                        ) AS "t23"
                                      ) AS "t27"
                                    ) AS "t28"
                                    UNION ALL
                                    SELECT
                                      *
                                    FROM (
                                      SELECT
                                        "t33"."question",
                                        "t33"."number",
                                        "t33"."record",
                                        "t33"."happened",
                                        "t33"."ends",
                                        "t33"."leaves",
                                        "t33"."points",
                                        "t33"."why"
                                      FROM (
                                        SELECT
                                          "t30"."question",
                                          "t30"."number",
                                          "t30"."record",
                                          "t30"."document",
                                          "t30"."happened",
                                          "t30"."ends",
                                          "t30"."leaves",
                                          "t30"."known",
                                          "t30"."worth",
                                          "t30"."doubted",
                                          "t30"."early",
                                          "t30"."favour",
                                          "t30"."out",
                                          "t30"."event",
                                          "t30"."rank",
                                          "t30"."place",
                                          "t30"."sure_before",
                                          "t30"."out_before",
                                          CASE
                                            WHEN NOT (
                                              "t30"."out"
                                            )
                                            AND (
                                              "t30"."place" = 0
                                            )
                                            AND (
                                              (
                                                "t30"."out_before" IS NULL
                                              ) OR (
                                                "t30"."out_before" <= "t30"."favour"
                                              )
                                            )
                                            THEN "t30"."worth"
                                            ELSE 0
                                          END AS "points",
                                          CASE
                                            WHEN NOT (
                                              "t30"."out"
                                            )
                                            AND (
                                              "t30"."place" = 0
                                            )
                                            AND (
                                              (
                                                "t30"."out_before" IS NULL
                                              ) OR (
                                                "t30"."out_before" <= "t30"."favour"
                                              )
                                            )
                                            THEN ''
                                            WHEN "t30"."out" AND (
                                              COALESCE("t30"."sure_before", 0) = 0
                                            )
                                            THEN CASE WHEN "t30"."doubted" THEN 'in_doubt' ELSE 'before_public' END
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
                                              "t24"."worth" AS "favour",
                                              (
                                                "t24"."worth" < 0
                                              ) AND (
                                                "t24"."doubted" OR "t24"."early"
                                              ) AS "out",
                                              CASE
                                                WHEN "t24"."number" IN (3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23)
                                                THEN COALESCE("t24"."document", "t24"."record")
                                                ELSE 0
                                              END AS "event",
                                              CASE
                                                WHEN "t24"."number" IN (3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23)
                                                THEN ABS("t24"."worth")
                                                WHEN "t24"."number" IN (29, 30, 31, 32)
                                                THEN "t24"."worth"
                                                ELSE 0
                                              END AS "rank"
                                            FROM (
                                              SELECT
                                                *
                                              FROM "t20" AS "t21"
                                              WHERE
                                                "t21"."number" IN (
                                                  0,
                                                  3,
                                                  4,
                                                  5,
                                                  6,
                                                  7,
                                                  8,
                                                  9,
                                                  10,
                                                  11,
                                                  12,
                                                  13,
                                                  14,
                                                  15,
                                                  16,
                                                  17,
                                                  18,
                                                  19,
                                                  20,
                                                  21,
                                                  22,
                                                  23,
                                                  26,
                                                  27,
                                                  28,
                                                  29,
                                                  30,
                                                  31,
                                                  32,
                                                  33
                                                )
                                            ) AS "t24"
                                          ) AS "t26"
                                        ) AS "t30"
                                      ) AS "t33"
                                    ) AS "t34"
                                  ) AS "t35"
                                ) AS "t36"
                              ) AS "t37"
                              GROUP BY
                                1,
                                2,
                                3
                            ) AS "t38"
                          ) AS "t39"
                        ) AS "t40"
                      ) AS "t41"
                      GROUP BY
                        1,
                        2
                    ) AS "t42"
                  ) AS "t43"
                ) AS "t44"
                GROUP BY
                  1
              ) AS "t46"
                ON "t5"."question" = "t46"."question"
            ) AS "t47"
          ) AS "t48"
        ) AS "t50"
        LEFT OUTER JOIN (
          SELECT
            "t29"."question",
            "t29"."met_0" + "t29"."sure_0" AS "state_0",
            "t29"."met_1" + "t29"."sure_1" AS "state_1",
            "t29"."met_2" + "t29"."sure_2" AS "state_2"
          FROM (
            SELECT
              "t25"."question",
              MAX(CASE WHEN (
                "t25"."number" = 0
              ) AND "t25"."met" THEN 1 ELSE 0 END) AS "met_0",
              MAX(CASE WHEN (
                "t25"."number" = 0
              ) AND "t25"."sure" THEN 1 ELSE 0 END) AS "sure_0",
              MAX(CASE WHEN (
                "t25"."number" = 1
              ) AND "t25"."met" THEN 1 ELSE 0 END) AS "met_1",
              MAX(CASE WHEN (
                "t25"."number" = 1
              ) AND "t25"."sure" THEN 1 ELSE 0 END) AS "sure_1",
              MAX(CASE WHEN (
                "t25"."number" = 2
              ) AND "t25"."met" THEN 1 ELSE 0 END) AS "met_2",
              MAX(CASE WHEN (
                "t25"."number" = 2
              ) AND "t25"."sure" THEN 1 ELSE 0 END) AS "sure_2"
            FROM (
              SELECT
                "t22"."question",
                "t22"."number",
                "t22"."record",
                "t22"."happened",
                "t22"."fits",
                "t22"."firm",
                "t22"."last_day",
                "t22"."last_firm_day",
                "t22"."only_latest",
                "t22"."fits"
                AND (
                  NOT (
                    "t22"."only_latest"
                  ) OR (
                    "t22"."happened" = "t22"."last_day"
                  )
                ) AS "met",
                "t22"."fits"
                AND "t22"."firm"
                AND (
                  NOT (
                    "t22"."only_latest"
                  )
                  OR COALESCE("t22"."happened" = "t22"."last_firm_day", FALSE)
                ) AS "sure"
              FROM (
                SELECT
                  "t18"."question",
                  "t18"."number",
                  "t18"."record",
                  "t18"."happened",
                  "t18"."fits",
                  "t18"."firm",
                  MAX("t18"."happened") OVER (
                    PARTITION BY "t18"."question", "t18"."number"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "last_day",
                  MAX(CASE WHEN "t18"."firm" THEN "t18"."happened" ELSE CAST(NULL AS DATE) END) OVER (
                    PARTITION BY "t18"."question", "t18"."number"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "last_firm_day",
                  CASE WHEN "t18"."number" = 0 THEN TRUE ELSE FALSE END AS "only_latest"
                FROM (
                  SELECT
                    "t16"."question",
                    "t16"."number",
                    "t16"."record",
                    "t16"."happened",
                    CASE
                      WHEN "t16"."number" = 0
                      THEN TRUE AND COALESCE("t16"."f_status" IN ('revoked', 'deregistered'), FALSE)
                      WHEN "t16"."number" = 1
                      THEN TRUE AND COALESCE("t16"."kind" = 'forged_invoices', FALSE)
                      WHEN "t16"."number" = 2
                      THEN TRUE AND COALESCE("t16"."kind" = 'accident', FALSE)
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
                          "t7"."f_rating",
                          "t7"."f_level",
                          "t7"."f_days_late",
                          "t7"."f_performance",
                          "t7"."f_status",
                          "t7"."f_donated",
                          "t11"."question",
                          "t11"."as_of",
                          "t11"."known_at",
                          "t11"."public_since",
                          "t11"."opens_0",
                          "t11"."opens_1",
                          "t11"."opens_2",
                          "t11"."opens_3",
                          "t11"."opens_4",
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
                            "t6"."opens_1",
                            "t6"."opens_2",
                            "t6"."opens_3",
                            "t6"."opens_4"
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
                      AND CASE
                        WHEN "t14"."number" = 0
                        THEN "t14"."happened" > "t14"."opens_4"
                        WHEN "t14"."number" = 1
                        THEN "t14"."happened" > "t14"."opens_1"
                        WHEN "t14"."number" = 2
                        THEN "t14"."happened" > "t14"."opens_2"
                        ELSE TRUE
                      END
                  ) AS "t16"
                ) AS "t18"
              ) AS "t22"
            ) AS "t25"
            GROUP BY
              1
          ) AS "t29"
        ) AS "t32"
          ON "t50"."question" = "t32"."question"
      ) AS "t51"
    ) AS "t52"
  ) AS "t53"
) AS "t54"

-- contributions; fields: f_days_late int64, f_donated int64, f_level string, f_performance string, f_rating string, f_status string
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
    "t13"."f_rating",
    "t13"."f_level",
    "t13"."f_days_late",
    "t13"."f_performance",
    "t13"."f_status",
    "t13"."f_donated",
    "t13"."question",
    "t13"."as_of",
    "t13"."known_at",
    "t13"."public_since",
    "t13"."opens_0",
    "t13"."opens_1",
    "t13"."opens_2",
    "t13"."opens_3",
    "t13"."opens_4",
    "t13"."number",
    CASE
      WHEN "t13"."number" = 0
      THEN 3000
      WHEN "t13"."number" IN (1, 2)
      THEN -5000
      WHEN "t13"."number" IN (3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23)
      THEN CASE
        WHEN "t13"."severity" IS NULL
        THEN CAST(NULL AS BIGINT)
        WHEN "t13"."severity" = 'minor'
        THEN -2000
        WHEN "t13"."severity" = 'moderate'
        THEN -6000
        WHEN "t13"."severity" = 'serious'
        THEN -20000
        ELSE 0
      END
      WHEN "t13"."number" = 24
      THEN -20000
      WHEN "t13"."number" = 25
      THEN -10000
      WHEN "t13"."number" = 26
      THEN CASE
        WHEN "t13"."f_rating" IS NULL
        THEN CAST(NULL AS BIGINT)
        WHEN "t13"."f_rating" = 'A'
        THEN 10000
        WHEN "t13"."f_rating" = 'B'
        THEN 5000
        WHEN "t13"."f_rating" = 'M'
        THEN 2000
        WHEN "t13"."f_rating" = 'C'
        THEN -5000
        WHEN "t13"."f_rating" = 'D'
        THEN -15000
        ELSE 0
      END
      WHEN "t13"."number" = 27
      THEN CASE
        WHEN "t13"."f_rating" IS NULL
        THEN CAST(NULL AS BIGINT)
        WHEN "t13"."f_rating" = 'green'
        THEN 6000
        WHEN "t13"."f_rating" = 'blue'
        THEN 2000
        WHEN "t13"."f_rating" = 'yellow'
        THEN -4000
        WHEN "t13"."f_rating" = 'red'
        THEN -10000
        ELSE 0
      END
      WHEN "t13"."number" = 28
      THEN CASE
        WHEN "t13"."f_rating" IS NULL
        THEN CAST(NULL AS BIGINT)
        WHEN "t13"."f_rating" = 'AAA'
        THEN 6000
        WHEN "t13"."f_rating" = 'AA'
        THEN 4000
        WHEN "t13"."f_rating" = 'A'
        THEN 2000
        WHEN "t13"."f_rating" = 'C'
        THEN -6000
        ELSE 0
      END
      WHEN "t13"."number" IN (29, 30, 31, 32)
      THEN CASE
        WHEN "t13"."f_level" IS NULL
        THEN CAST(NULL AS BIGINT)
        WHEN "t13"."f_level" = 'national'
        THEN 8000
        WHEN "t13"."f_level" = 'provincial'
        THEN 5000
        WHEN "t13"."f_level" = 'city'
        THEN 3000
        ELSE 0
      END
      WHEN "t13"."number" = 33
      THEN 5000
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
        "t4"."f_rating",
        "t4"."f_level",
        "t4"."f_days_late",
        "t4"."f_performance",
        "t4"."f_status",
        "t4"."f_donated",
        "t9"."question",
        "t9"."as_of",
        "t9"."known_at",
        "t9"."public_since",
        "t9"."opens_0",
        "t9"."opens_1",
        "t9"."opens_2",
        "t9"."opens_3",
        "t9"."opens_4",
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
          "t6"."opens_3",
          "t6"."opens_4"
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
), "t19" AS (
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
      AND CASE
        WHEN "t16"."number" IN (0, 26, 27, 28)
        THEN "t16"."happened" > "t16"."opens_0"
        WHEN "t16"."number" IN (
          1,
          3,
          4,
          5,
          6,
          7,
          8,
          9,
          10,
          11,
          12,
          13,
          14,
          15,
          16,
          17,
          18,
          19,
          20,
          21,
          22,
          23,
          24
        )
        THEN "t16"."happened" > "t16"."opens_1"
        WHEN "t16"."number" = 2
        THEN "t16"."happened" > "t16"."opens_2"
        WHEN "t16"."number" IN (25, 29, 30, 31, 32, 33)
        THEN "t16"."happened" > "t16"."opens_3"
        ELSE TRUE
      END
      AND CASE
        WHEN "t16"."number" = 24
        THEN TRUE AND COALESCE("t16"."f_performance" IN ('none', 'part'), FALSE)
        WHEN "t16"."number" = 33
        THEN TRUE AND COALESCE("t16"."f_level" = 'advanced', FALSE)
        ELSE TRUE
      END
      AND "t16"."worth" IS NOT NULL
      AND NOT (
        CASE
          WHEN "t16"."number" = 2
          THEN FALSE OR COALESCE("t16"."f_days_late" <= 3, FALSE)
          ELSE FALSE
        END
      )
  ) AS "t18"
), "t31" AS (
  SELECT
    *
  FROM (
    SELECT
      "t25"."question",
      "t25"."number",
      "t25"."record",
      "t25"."happened",
      "t25"."ends",
      "t25"."leaves",
      "t25"."points",
      "t25"."why"
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
        CASE
          WHEN (
            "t21"."worth" < 0
          ) AND (
            "t21"."doubted" OR "t21"."early"
          )
          THEN 0
          ELSE "t21"."worth"
        END AS "points",
        CASE
          WHEN (
            "t21"."worth" < 0
          ) AND (
            "t21"."doubted" OR "t21"."early"
          )
          THEN CASE WHEN "t21"."doubted" THEN 'in_doubt' ELSE 'before_public' END
          ELSE ''
        END AS "why"
      FROM (
        SELECT
          *
        FROM "t19" AS "t20"
        WHERE
          "t20"."number" IN (1, 2, 24, 25)
      ) AS "t21"
    ) AS "t25"
  ) AS "t26"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t29"."question",
      "t29"."number",
      "t29"."record",
      "t29"."happened",
      "t29"."ends",
      "t29"."leaves",
      "t29"."points",
      "t29"."why"
    FROM (
      SELECT
        "t27"."question",
        "t27"."number",
        "t27"."record",
        "t27"."document",
        "t27"."happened",
        "t27"."ends",
        "t27"."leaves",
        "t27"."known",
        "t27"."worth",
        "t27"."doubted",
        "t27"."early",
        "t27"."favour",
        "t27"."out",
        "t27"."event",
        "t27"."rank",
        "t27"."place",
        "t27"."sure_before",
        "t27"."out_before",
        CASE
          WHEN NOT (
            "t27"."out"
          )
          AND (
            "t27"."place" = 0
          )
          AND (
            (
              "t27"."out_before" IS NULL
            ) OR (
              "t27"."out_before" <= "t27"."favour"
            )
          )
          THEN "t27"."worth"
          ELSE 0
        END AS "points",
        CASE
          WHEN NOT (
            "t27"."out"
          )
          AND (
            "t27"."place" = 0
          )
          AND (
            (
              "t27"."out_before" IS NULL
            ) OR (
              "t27"."out_before" <= "t27"."favour"
            )
          )
          THEN ''
          WHEN "t27"."out" AND (
            COALESCE("t27"."sure_before", 0) = 0
          )
          THEN CASE WHEN "t27"."doubted" THEN 'in_doubt' ELSE 'before_public' END
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
            "t22"."worth" AS "favour",
            (
              "t22"."worth" < 0
            ) AND (
              "t22"."doubted" OR "t22"."early"
            ) AS "out",
            CASE
              WHEN "t22"."number" IN (3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23)
              THEN COALESCE("t22"."document", "t22"."record")
              ELSE 0
            END AS "event",
            CASE
              WHEN "t22"."number" IN (3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23)
              THEN ABS("t22"."worth")
              WHEN "t22"."number" IN (29, 30, 31, 32)
              THEN "t22"."worth"
              ELSE 0
            END AS "rank"
          FROM (
            SELECT
              *
            FROM "t19" AS "t20"
            WHERE
              "t20"."number" IN (
                0,
                3,
                4,
                5,
                6,
                7,
                8,
                9,
                10,
                11,
                12,
                13,
                14,
                15,
                16,
                17,
                18,
                19,
                20,
                21,
                22,
                23,
                26,
                27,
                28,
                29,
                30,
                31,
                32,
                33
              )
          ) AS "t22"
        ) AS "t24"
      ) AS "t27"
    ) AS "t29"
  ) AS "t30"
), "t38" AS (
  SELECT
    "t37"."question",
    "t37"."slot",
    "t37"."year",
    "t37"."total",
    CASE
      WHEN "t37"."slot" = 1
      THEN GREATEST(LEAST("t37"."total", 5000), -(
        5000
      ))
      WHEN "t37"."slot" = 2
      THEN GREATEST(LEAST("t37"."total", 20000), -(
        20000
      ))
      ELSE "t37"."total"
    END AS "kept"
  FROM (
    SELECT
      "t36"."question",
      "t36"."slot",
      "t36"."year",
      SUM("t36"."points") AS "total"
    FROM (
      SELECT
        "t35"."question",
        "t35"."number",
        "t35"."record",
        "t35"."happened",
        "t35"."ends",
        "t35"."leaves",
        "t35"."points",
        "t35"."why",
        "t35"."slot",
        CASE
          WHEN "t35"."slot" IN (1, 2)
          THEN CAST(EXTRACT(year FROM "t35"."happened") AS BIGINT)
          ELSE 0
        END AS "year"
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
          CASE
            WHEN "t32"."number" = 1
            THEN 1
            WHEN "t32"."number" = 2
            THEN 2
            WHEN "t32"."number" = 3
            THEN 3
            WHEN "t32"."number" = 4
            THEN 4
            WHEN "t32"."number" = 5
            THEN 5
            WHEN "t32"."number" = 6
            THEN 6
            WHEN "t32"."number" = 7
            THEN 7
            WHEN "t32"."number" = 8
            THEN 8
            WHEN "t32"."number" = 9
            THEN 9
            WHEN "t32"."number" = 10
            THEN 10
            WHEN "t32"."number" = 11
            THEN 11
            WHEN "t32"."number" = 12
            THEN 12
            WHEN "t32"."number" = 13
            THEN 13
            WHEN "t32"."number" = 14
            THEN 14
            WHEN "t32"."number" = 15
            THEN 15
            WHEN "t32"."number" = 16
            THEN 16
            WHEN "t32"."number" = 17
            THEN 17
            WHEN "t32"."number" = 18
            THEN 18
            WHEN "t32"."number" = 19
            THEN 19
            WHEN "t32"."number" = 20
            THEN 20
            WHEN "t32"."number" = 21
            THEN 21
            WHEN "t32"."number" = 22
            THEN 22
            WHEN "t32"."number" = 23
            THEN 23
            WHEN "t32"."number" = 24
            THEN 24
            ELSE -1
          END AS "slot"
        FROM "t31" AS "t32"
      ) AS "t35"
    ) AS "t36"
    GROUP BY
      1,
      2,
      3
  ) AS "t37"
), "t45" AS (
  SELECT
    "t44"."question",
    "t44"."slot",
    "t44"."total",
    CASE
      WHEN "t44"."slot" IN (3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24)
      THEN GREATEST(LEAST("t44"."total", 60000), -(
        60000
      ))
      ELSE "t44"."total"
    END AS "kept"
  FROM (
    SELECT
      "t42"."question",
      "t42"."slot",
      SUM("t42"."points") AS "total"
    FROM (
      SELECT
        "t40"."question",
        "t40"."slot",
        "t40"."points"
      FROM (
        SELECT
          "t39"."question",
          "t39"."slot",
          "t39"."year",
          "t39"."total",
          "t39"."kept",
          "t39"."kept" AS "points"
        FROM "t38" AS "t39"
      ) AS "t40"
    ) AS "t42"
    GROUP BY
      1,
      2
  ) AS "t44"
), "t54" AS (
  SELECT
    "t53"."question",
    "t53"."subject",
    "t53"."as_of",
    "t53"."known_at",
    80000 AS "base",
    80000 + COALESCE("t53"."earned", 0) AS "reached",
    GREATEST(80000 + COALESCE("t53"."earned", 0), 0) AS "raised",
    LEAST(GREATEST(80000 + COALESCE("t53"."earned", 0), 0), 120000) AS "points"
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
      "t6"."opens_4",
      "t51"."earned"
    FROM "questions" AS "t5"
    INNER JOIN "days" AS "t6"
      ON "t5"."as_of" = "t6"."as_of"
    LEFT OUTER JOIN (
      SELECT
        "t47"."question",
        SUM("t47"."points") AS "earned"
      FROM (
        SELECT
          "t46"."question",
          "t46"."slot",
          "t46"."total",
          "t46"."kept",
          "t46"."kept" AS "points"
        FROM "t45" AS "t46"
      ) AS "t47"
      GROUP BY
        1
    ) AS "t51"
      ON "t5"."question" = "t51"."question"
  ) AS "t53"
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
          "t58"."question",
          CAST(NULL AS BIGINT) AS "number",
          'ceiling' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t58"."points" - "t58"."raised" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM (
          SELECT
            *
          FROM "t54" AS "t55"
          WHERE
            "t55"."points" <> "t55"."raised"
        ) AS "t58"
      ) AS "t60"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t23"."question",
            "t23"."number",
            'points' AS "step",
            "t23"."record",
            "t23"."happened",
            "t23"."ends",
            "t23"."leaves",
            0 AS "points",
            CASE
              WHEN NOT (
                COALESCE(NOT (
                  "t23"."retracts"
                ), FALSE)
              )
              THEN 'retracts'
              WHEN NOT (
                COALESCE(
                  (
                    "t23"."superseded" IS NULL
                  ) OR (
                    "t23"."known_at" < "t23"."superseded"
                  ),
                  FALSE
                )
              )
              THEN 'superseded'
              WHEN NOT (
                COALESCE("t23"."happened" <= "t23"."as_of", FALSE)
              )
              THEN 'not_yet'
              WHEN NOT (
                COALESCE((
                  "t23"."leaves" IS NULL
                ) OR (
                  "t23"."as_of" < "t23"."leaves"
                ), FALSE)
              )
              THEN 'retention_over'
              WHEN NOT (
                COALESCE((
                  "t23"."ends" IS NULL
                ) OR (
                  "t23"."as_of" < "t23"."ends"
                ), FALSE)
              )
              THEN 'validity_over'
              WHEN NOT (
                COALESCE(
                  CASE
                    WHEN "t23"."number" IN (0, 26, 27, 28)
                    THEN "t23"."happened" > "t23"."opens_0"
                    WHEN "t23"."number" IN (
                      1,
                      3,
                      4,
                      5,
                      6,
                      7,
                      8,
                      9,
                      10,
                      11,
                      12,
                      13,
                      14,
                      15,
                      16,
                      17,
                      18,
                      19,
                      20,
                      21,
                      22,
                      23,
                      24
                    )
                    THEN "t23"."happened" > "t23"."opens_1"
                    WHEN "t23"."number" = 2
                    THEN "t23"."happened" > "t23"."opens_2"
                    WHEN "t23"."number" IN (25, 29, 30, 31, 32, 33)
                    THEN "t23"."happened" > "t23"."opens_3"
                    ELSE TRUE
                  END,
                  FALSE
                )
              )
              THEN 'outside_window'
              WHEN NOT (
                COALESCE(
                  CASE
                    WHEN "t23"."number" = 24
                    THEN TRUE AND COALESCE("t23"."f_performance" IN ('none', 'part'), FALSE)
                    WHEN "t23"."number" = 33
                    THEN TRUE AND COALESCE("t23"."f_level" = 'advanced', FALSE)
                    ELSE TRUE
                  END,
                  FALSE
                )
              )
              THEN 'condition'
              WHEN NOT (
                COALESCE("t23"."worth" IS NOT NULL, FALSE)
              )
              THEN 'condition'
              WHEN NOT (
                COALESCE(
                  NOT (
                    CASE
                      WHEN "t23"."number" = 2
                      THEN FALSE OR COALESCE("t23"."f_days_late" <= 3, FALSE)
                      ELSE FALSE
                    END
                  ),
                  FALSE
                )
              )
              THEN 'excused'
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
                  AND CASE
                    WHEN "t16"."number" IN (0, 26, 27, 28)
                    THEN "t16"."happened" > "t16"."opens_0"
                    WHEN "t16"."number" IN (
                      1,
                      3,
                      4,
                      5,
                      6,
                      7,
                      8,
                      9,
                      10,
                      11,
                      12,
                      13,
                      14,
                      15,
                      16,
                      17,
                      18,
                      19,
                      20,
                      21,
                      22,
                      23,
                      24
                    )
                    THEN "t16"."happened" > "t16"."opens_1"
                    WHEN "t16"."number" = 2
                    THEN "t16"."happened" > "t16"."opens_2"
                    WHEN "t16"."number" IN (25, 29, 30, 31, 32, 33)
                    THEN "t16"."happened" > "t16"."opens_3"
                    ELSE TRUE
                  END
                  AND CASE
                    WHEN "t16"."number" = 24
                    THEN TRUE AND COALESCE("t16"."f_performance" IN ('none', 'part'), FALSE)
                    WHEN "t16"."number" = 33
                    THEN TRUE AND COALESCE("t16"."f_level" = 'advanced', FALSE)
                    ELSE TRUE
                  END
                  AND (
                    "t16"."worth" IS NOT NULL
                  )
                  AND NOT (
                    CASE
                      WHEN "t16"."number" = 2
                      THEN FALSE OR COALESCE("t16"."f_days_late" <= 3, FALSE)
                      ELSE FALSE
                    END
                  ),
                  FALSE
                )
              )
          ) AS "t23"
        ) AS "t28"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t32"."question",
            "t32"."number",
            'points' AS "step",
            "t32"."record",
            "t32"."happened",
            "t32"."ends",
            "t32"."leaves",
            "t32"."points",
            "t32"."why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM "t31" AS "t32"
        ) AS "t33"
      ) AS "t34"
    ) AS "t62"
    UNION ALL
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
            "t41"."question",
            "t41"."slot" AS "number",
            'yearly_cap' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t41"."kept" - "t41"."total" AS "points",
            '' AS "why",
            "t41"."year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t38" AS "t39"
            WHERE
              "t39"."kept" <> "t39"."total"
          ) AS "t41"
        ) AS "t43"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t48"."question",
            "t48"."slot" AS "number",
            'total_cap' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t48"."kept" - "t48"."total" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t45" AS "t46"
            WHERE
              "t46"."kept" <> "t46"."total"
          ) AS "t48"
        ) AS "t50"
      ) AS "t52"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t55"."question",
            CAST(NULL AS BIGINT) AS "number",
            'base' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t55"."base" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM "t54" AS "t55"
        ) AS "t56"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t57"."question",
            CAST(NULL AS BIGINT) AS "number",
            'floor' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t57"."raised" - "t57"."reached" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t54" AS "t55"
            WHERE
              "t55"."raised" <> "t55"."reached"
          ) AS "t57"
        ) AS "t59"
      ) AS "t61"
    ) AS "t63"
  ) AS "t64"
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
            "t4"."f_rating",
            "t4"."f_level",
            "t4"."f_days_late",
            "t4"."f_performance",
            "t4"."f_status",
            "t4"."f_donated",
            "t9"."question",
            "t9"."as_of",
            "t9"."known_at",
            "t9"."public_since",
            "t9"."opens_0",
            "t9"."opens_1",
            "t9"."opens_2",
            "t9"."opens_3",
            "t9"."opens_4"
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
              "t6"."opens_3",
              "t6"."opens_4"
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
            'advertising_penalty',
            'annual_report_filed',
            'annual_report_missed',
            'charity_award',
            'construction_penalty',
            'construction_rating',
            'consumer_rights_penalty',
            'culture_market_penalty',
            'customs_certification',
            'drug_safety_penalty',
            'environmental_penalty',
            'environmental_rating',
            'fair_competition_penalty',
            'fire_safety_penalty',
            'food_safety_penalty',
            'health_facility_penalty',
            'housing_rental_penalty',
            'innovation_award',
            'intellectual_property_penalty',
            'judgment_default',
            'labour_penalty',
            'licence_revoked',
            'price_penalty',
            'product_quality_penalty',
            'quality_award',
            'road_transport_penalty',
            'safety_award',
            'social_insurance_penalty',
            'special_equipment_penalty',
            'tax_late_filing',
            'tax_penalty',
            'tax_rating',
            'wage_arrears_decision',
            'work_safety_penalty'
          )
        )
    ) AS "t14"
  ) AS "t17"
) AS "t65"

-- directly; fields: f_days_late int64, f_donated int64, f_level string, f_performance string, f_rating string, f_status string
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
        CASE WHEN "t13"."number" = 0 THEN TRUE ELSE FALSE END AS "only_latest"
      FROM (
        SELECT
          "t12"."question",
          "t12"."number",
          "t12"."record",
          "t12"."happened",
          CASE
            WHEN "t12"."number" = 0
            THEN TRUE AND COALESCE("t12"."f_status" IN ('revoked', 'deregistered'), FALSE)
            WHEN "t12"."number" = 1
            THEN TRUE AND COALESCE("t12"."kind" = 'forged_invoices', FALSE)
            WHEN "t12"."number" = 2
            THEN TRUE AND COALESCE("t12"."kind" = 'accident', FALSE)
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
                "t4"."f_rating",
                "t4"."f_level",
                "t4"."f_days_late",
                "t4"."f_performance",
                "t4"."f_status",
                "t4"."f_donated",
                "t9"."question",
                "t9"."as_of",
                "t9"."known_at",
                "t9"."public_since",
                "t9"."opens_0",
                "t9"."opens_1",
                "t9"."opens_2",
                "t9"."opens_3",
                "t9"."opens_4",
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
                  "t7"."opens_1",
                  "t7"."opens_2",
                  "t7"."opens_3",
                  "t7"."opens_4"
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
            AND CASE
              WHEN "t11"."number" = 0
              THEN "t11"."happened" > "t11"."opens_4"
              WHEN "t11"."number" = 1
              THEN "t11"."happened" > "t11"."opens_1"
              WHEN "t11"."number" = 2
              THEN "t11"."happened" > "t11"."opens_2"
              ELSE TRUE
            END
        ) AS "t12"
      ) AS "t13"
    ) AS "t14"
  ) AS "t15"
  WHERE
    "t15"."met" OR "t15"."sure"
) AS "t16"

-- entering; fields: f_days_late int64, f_donated int64, f_level string, f_performance string, f_rating string, f_status string
WITH "t14" AS (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t5"."subject",
        "t5"."record",
        "t5"."type",
        "t5"."document",
        "t5"."happened",
        "t5"."ends",
        "t5"."leaves",
        "t5"."severity",
        "t5"."kind",
        "t5"."adverse",
        "t5"."known",
        "t5"."retracts",
        "t5"."superseded",
        "t5"."doubt_from",
        "t5"."doubt_until",
        "t5"."replaced",
        "t5"."f_rating",
        "t5"."f_level",
        "t5"."f_days_late",
        "t5"."f_performance",
        "t5"."f_status",
        "t5"."f_donated",
        "t11"."question",
        "t11"."as_of",
        "t11"."known_at",
        "t11"."public_since",
        "t11"."opens_0",
        "t11"."opens_1",
        "t11"."opens_2",
        "t11"."opens_3",
        "t11"."opens_4",
        "t7"."number"
      FROM "records" AS "t5"
      INNER JOIN (
        SELECT
          "t8"."question",
          "t8"."subject",
          "t8"."as_of",
          "t8"."known_at",
          "t9"."public_since",
          "t9"."opens_0",
          "t9"."opens_1",
          "t9"."opens_2",
          "t9"."opens_3",
          "t9"."opens_4"
        FROM "questions" AS "t8"
        INNER JOIN "days" AS "t9"
          ON "t8"."as_of" = "t9"."as_of"
      ) AS "t11"
        ON "t5"."subject" = "t11"."subject"
      INNER JOIN "rules" AS "t7"
        ON "t5"."type" = "t7"."type"
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
  ) AS "t13"
  WHERE
    NOT (
      "t13"."retracts"
    )
    AND (
      (
        "t13"."superseded" IS NULL
      ) OR (
        "t13"."known_at" < "t13"."superseded"
      )
    )
    AND "t13"."happened" <= "t13"."as_of"
    AND (
      (
        "t13"."leaves" IS NULL
      ) OR (
        "t13"."as_of" < "t13"."leaves"
      )
    )
    AND (
      (
        "t13"."ends" IS NULL
      ) OR (
        "t13"."as_of" < "t13"."ends"
      )
    )
    AND CASE
      WHEN "t13"."number" = 0
      THEN TRUE AND COALESCE("t13"."f_performance" IN ('none', 'part'), FALSE)
      WHEN "t13"."number" IN (1, 3, 5, 7, 9, 11, 13, 15, 17, 19)
      THEN TRUE AND COALESCE("t13"."severity" = 'serious', FALSE)
      WHEN "t13"."number" IN (2, 4, 6, 8, 10, 12, 14, 16, 18, 20)
      THEN TRUE AND COALESCE("t13"."severity" = 'minor', FALSE)
      WHEN "t13"."number" IN (22, 25, 26)
      THEN TRUE AND COALESCE("t13"."f_level" IN ('national', 'provincial'), FALSE)
      WHEN "t13"."number" = 23
      THEN TRUE AND COALESCE("t13"."f_rating" = 'A', FALSE)
      WHEN "t13"."number" = 24
      THEN TRUE AND COALESCE("t13"."f_rating" = 'green', FALSE)
      WHEN "t13"."number" = 27
      THEN TRUE
      AND COALESCE("t13"."f_level" IN ('national', 'provincial'), FALSE)
      AND COALESCE("t13"."f_donated" >= 50000000, FALSE)
      WHEN "t13"."number" = 29
      THEN TRUE AND COALESCE("t13"."f_level" = 'advanced', FALSE)
      ELSE TRUE
    END
    AND CASE
      WHEN "t13"."number" IN (0, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 28)
      THEN NOT (
        (
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
          )
        )
        OR (
          (
            "t13"."public_since" IS NOT NULL
          )
          AND (
            "t13"."happened" < "t13"."public_since"
          )
        )
      )
      WHEN "t13"."number" IN (2, 4, 6, 8, 10, 12, 14, 16, 18, 20)
      THEN NOT (
        (
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
          )
        )
        OR (
          (
            "t13"."public_since" IS NOT NULL
          )
          AND (
            "t13"."happened" < "t13"."public_since"
          )
        )
      )
      AND "t13"."adverse"
      ELSE TRUE
    END
), "t26" AS (
  SELECT
    "t25"."subject",
    "t25"."record",
    "t25"."type",
    "t25"."document",
    "t25"."happened",
    "t25"."ends",
    "t25"."leaves",
    "t25"."severity",
    "t25"."kind",
    "t25"."adverse",
    "t25"."known",
    "t25"."retracts",
    "t25"."superseded",
    "t25"."doubt_from",
    "t25"."doubt_until",
    "t25"."replaced",
    "t25"."f_rating",
    "t25"."f_level",
    "t25"."f_days_late",
    "t25"."f_performance",
    "t25"."f_status",
    "t25"."f_donated",
    "t25"."question",
    "t25"."as_of",
    "t25"."known_at",
    "t25"."public_since",
    "t25"."opens_0",
    "t25"."opens_1",
    "t25"."opens_2",
    "t25"."opens_3",
    "t25"."opens_4",
    "t25"."number",
    "t25"."same",
    "t25"."place",
    "t25"."earliest",
    "t25"."back",
    COALESCE(
      (
        "t25"."earliest" > "t25"."back"
      )
      AND CASE
        WHEN "t25"."number" IN (2, 4, 6, 8, 10, 12, 14, 16, 18, 20)
        THEN "t25"."happened" > "t25"."opens_3"
        WHEN "t25"."number" = 23
        THEN "t25"."happened" > "t25"."opens_2"
        ELSE FALSE
      END,
      FALSE
    ) AS "completes"
  FROM (
    SELECT
      "t24"."subject",
      "t24"."record",
      "t24"."type",
      "t24"."document",
      "t24"."happened",
      "t24"."ends",
      "t24"."leaves",
      "t24"."severity",
      "t24"."kind",
      "t24"."adverse",
      "t24"."known",
      "t24"."retracts",
      "t24"."superseded",
      "t24"."doubt_from",
      "t24"."doubt_until",
      "t24"."replaced",
      "t24"."f_rating",
      "t24"."f_level",
      "t24"."f_days_late",
      "t24"."f_performance",
      "t24"."f_status",
      "t24"."f_donated",
      "t24"."question",
      "t24"."as_of",
      "t24"."known_at",
      "t24"."public_since",
      "t24"."opens_0",
      "t24"."opens_1",
      "t24"."opens_2",
      "t24"."opens_3",
      "t24"."opens_4",
      "t24"."number",
      "t24"."same",
      "t24"."place",
      "t24"."earliest",
      "t6"."back"
    FROM (
      SELECT
        "t21"."subject",
        "t21"."record",
        "t21"."type",
        "t21"."document",
        "t21"."happened",
        "t21"."ends",
        "t21"."leaves",
        "t21"."severity",
        "t21"."kind",
        "t21"."adverse",
        "t21"."known",
        "t21"."retracts",
        "t21"."superseded",
        "t21"."doubt_from",
        "t21"."doubt_until",
        "t21"."replaced",
        "t21"."f_rating",
        "t21"."f_level",
        "t21"."f_days_late",
        "t21"."f_performance",
        "t21"."f_status",
        "t21"."f_donated",
        "t21"."question",
        "t21"."as_of",
        "t21"."known_at",
        "t21"."public_since",
        "t21"."opens_0",
        "t21"."opens_1",
        "t21"."opens_2",
        "t21"."opens_3",
        "t21"."opens_4",
        "t21"."number",
        "t21"."same",
        ROW_NUMBER() OVER (
          PARTITION BY "t21"."question", "t21"."number", "t21"."same"
          ORDER BY "t21"."happened" ASC, "t21"."known" ASC, "t21"."record" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "place",
        CASE
          WHEN "t21"."number" IN (2, 4, 6, 8, 10, 12, 14, 16, 18, 20)
          THEN LAG("t21"."happened", 2) OVER (
            PARTITION BY "t21"."question", "t21"."number", "t21"."same"
            ORDER BY "t21"."happened" ASC, "t21"."known" ASC, "t21"."record" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          )
          WHEN "t21"."number" = 23
          THEN LAG("t21"."happened", 1) OVER (
            PARTITION BY "t21"."question", "t21"."number", "t21"."same"
            ORDER BY "t21"."happened" ASC, "t21"."known" ASC, "t21"."record" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          )
          ELSE CAST(NULL AS DATE)
        END AS "earliest"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t17"."subject",
            "t17"."record",
            "t17"."type",
            "t17"."document",
            "t17"."happened",
            "t17"."ends",
            "t17"."leaves",
            "t17"."severity",
            "t17"."kind",
            "t17"."adverse",
            "t17"."known",
            "t17"."retracts",
            "t17"."superseded",
            "t17"."doubt_from",
            "t17"."doubt_until",
            "t17"."replaced",
            "t17"."f_rating",
            "t17"."f_level",
            "t17"."f_days_late",
            "t17"."f_performance",
            "t17"."f_status",
            "t17"."f_donated",
            "t17"."question",
            "t17"."as_of",
            "t17"."known_at",
            "t17"."public_since",
            "t17"."opens_0",
            "t17"."opens_1",
            "t17"."opens_2",
            "t17"."opens_3",
            "t17"."opens_4",
            "t17"."number",
            CASE
              WHEN "t17"."number" IN (2, 4, 6, 8, 10, 12, 14, 16, 18, 20)
              THEN "t17"."kind" || ''
              WHEN "t17"."number" = 23
              THEN "t17"."f_rating" || ''
              ELSE CAST(NULL AS TEXT)
            END AS "same"
          FROM (
            SELECT
              *
            FROM "t14" AS "t15"
            WHERE
              "t15"."number" IN (2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 23)
          ) AS "t17"
        ) AS "t19"
        WHERE
          "t19"."same" IS NOT NULL
      ) AS "t21"
    ) AS "t24"
    LEFT OUTER JOIN "spans" AS "t6"
      ON "t24"."number" = "t6"."number" AND "t24"."happened" = "t6"."happened"
  ) AS "t25"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t20"."question",
      "t20"."number",
      "t20"."same",
      "t20"."record",
      "t20"."document",
      "t20"."happened"
    FROM (
      SELECT
        "t18"."subject",
        "t18"."record",
        "t18"."type",
        "t18"."document",
        "t18"."happened",
        "t18"."ends",
        "t18"."leaves",
        "t18"."severity",
        "t18"."kind",
        "t18"."adverse",
        "t18"."known",
        "t18"."retracts",
        "t18"."superseded",
        "t18"."doubt_from",
        "t18"."doubt_until",
        "t18"."replaced",
        "t18"."f_rating",
        "t18"."f_level",
        "t18"."f_days_late",
        "t18"."f_performance",
        "t18"."f_status",
        "t18"."f_donated",
        "t18"."question",
        "t18"."as_of",
        "t18"."known_at",
        "t18"."public_since",
        "t18"."opens_0",
        "t18"."opens_1",
        "t18"."opens_2",
        "t18"."opens_3",
        "t18"."opens_4",
        "t18"."number",
        CAST(NULL AS TEXT) AS "same"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM "t14" AS "t15"
          WHERE
            "t15"."number" IN (0, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 22, 24, 25, 26, 27, 28, 29)
        ) AS "t16"
        WHERE
          CASE
            WHEN "t16"."number" IN (0, 21, 22, 25, 26, 27, 28, 29)
            THEN "t16"."happened" > "t16"."opens_1"
            WHEN "t16"."number" IN (1, 3, 5, 7, 9, 11, 13, 15, 17, 19)
            THEN "t16"."happened" > "t16"."opens_3"
            WHEN "t16"."number" = 24
            THEN "t16"."happened" > "t16"."opens_2"
            ELSE FALSE
          END
      ) AS "t18"
    ) AS "t20"
  ) AS "t22"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t33"."question",
      "t33"."number",
      "t33"."same",
      "t33"."record",
      "t33"."document",
      "t33"."happened"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t28"."subject",
          "t28"."record",
          "t28"."type",
          "t28"."document",
          "t28"."happened",
          "t28"."ends",
          "t28"."leaves",
          "t28"."severity",
          "t28"."kind",
          "t28"."adverse",
          "t28"."known",
          "t28"."retracts",
          "t28"."superseded",
          "t28"."doubt_from",
          "t28"."doubt_until",
          "t28"."replaced",
          "t28"."f_rating",
          "t28"."f_level",
          "t28"."f_days_late",
          "t28"."f_performance",
          "t28"."f_status",
          "t28"."f_donated",
          "t28"."question",
          "t28"."as_of",
          "t28"."known_at",
          "t28"."public_since",
          "t28"."opens_0",
          "t28"."opens_1",
          "t28"."opens_2",
          "t28"."opens_3",
          "t28"."opens_4",
          "t28"."number",
          "t28"."same",
          "t28"."place",
          "t28"."earliest",
          "t28"."back",
          "t28"."completes",
          "t31"."last"
        FROM "t26" AS "t28"
        INNER JOIN (
          SELECT
            "t29"."question",
            "t29"."number",
            "t29"."same",
            MAX("t29"."place") AS "last"
          FROM (
            SELECT
              *
            FROM "t26" AS "t27"
            WHERE
              "t27"."completes"
          ) AS "t29"
          GROUP BY
            1,
            2,
            3
        ) AS "t31"
          ON "t28"."question" = "t31"."question"
          AND "t28"."number" = "t31"."number"
          AND "t28"."same" = "t31"."same"
      ) AS "t32"
      WHERE
        "t32"."place" <= "t32"."last"
        AND "t32"."place" > (
          "t32"."last" - CASE
            WHEN "t32"."number" IN (2, 4, 6, 8, 10, 12, 14, 16, 18, 20)
            THEN 3
            WHEN "t32"."number" = 23
            THEN 2
            ELSE 1
          END
        )
    ) AS "t33"
  ) AS "t34"
) AS "t35"
